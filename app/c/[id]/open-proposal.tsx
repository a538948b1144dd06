import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Proposal } from "#conversation/state";
import { Answers } from "../../fields/answers";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useNames } from "./names";
import { useAgreementTitles } from "./use-agreement-titles";
import { useConversation } from "./use-conversation";

interface OpenProposalProps {
  /** Where the answer waits while it is on its way. */
  readonly slot: string;
  readonly proposal: Proposal;
  /** The questions it answers. */
  readonly fields: readonly Field[];
  /** Its words, where they are not those of the proposal itself. */
  readonly words?: Words | undefined;
  /** What is said above it, and below that which agreement it is about, where it looks at one. */
  readonly title?: string;
  readonly about?: string;
  onChange(): void;
  /** The box in which it is changed, while it is. */
  readonly children?: ReactNode;
}

/** A proposal that waits: the other says yes, changes it or says no; its author may take it back or change it. */
export function OpenProposal({
  slot,
  proposal,
  fields,
  words,
  title,
  about,
  onChange,
  children,
}: OpenProposalProps) {
  const t = useTranslations("conversation.settle");
  const names = useNames();
  const titles = useAgreementTitles();
  const { live, entries, waiting, seat } = useConversation();
  const { seq, by } = proposal;
  const isMine = names.isMe(by);
  const own = entries.find((entry) => entry.seq === seq);
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  const answer = (kind: "accept" | "decline" | "withdraw") => live.send(slot, { kind, answers: seq });
  return (
    <article className={styles.box} data-seat={by}>
      <h2>{title ?? titles.ofOffer(proposal, own?.words)}</h2>
      {about === undefined ? null : <p className={styles.part}>{about}</p>}
      <Answers fields={fields} words={words ?? own?.words ?? {}} />
      {own?.unreadable ? <p className={styles.hint}>{t("unreadable")}</p> : null}
      {children ??
        (seat === "t" ? null : (
          <div className={styles.row}>
            {isMine ? null : (
              <Button look="primary" disabled={isOnItsWay} onClick={() => answer("accept")}>
                {t("accept")}
              </Button>
            )}
            <Button disabled={isOnItsWay} onClick={onChange}>
              {t("change")}
            </Button>
            <Button
              look={isMine ? "quiet" : "plain"}
              disabled={isOnItsWay}
              onClick={() => answer(isMine ? "withdraw" : "decline")}
            >
              {isMine ? t("withdraw") : t("decline")}
            </Button>
          </div>
        ))}
      {isMine ? <p className={styles.hint}>{t("waits", { other: names.other })}</p> : null}
    </article>
  );
}
