"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Field } from "#conversation/guide";
import type { Keeping } from "#conversation/keeping/keepings";
import { LocalDay } from "../local-day";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { useFocusKept } from "../use-focus-kept";
import type { Couple } from "./couple";
import { InsteadForm } from "./instead-form";
import { useKeeping } from "./use-keeping";
import { useTitles } from "./use-titles";
import type { Waiting } from "./waiting";
import styles from "./waiting-proposal.module.css";
import { WaitingWords } from "./waiting-words";

/** What became of it. */
export type Answered = "accept" | "decline" | "withdraw" | "instead";

interface WaitingProposalProps {
  readonly couple: Couple;
  readonly waiting: Waiting;
  /** What happened to it since somebody began to write something else: it went, or changed. */
  readonly since: "gone" | "newer" | null;
  /** The questions of its sort. */
  readonly fields: readonly Field[];
  /** The wording of its agreement that holds; undefined where there is none. */
  readonly version: number | undefined;
  /** Its agreement can be read on the same page: only what would become of it is said. */
  readonly isOnItsPage: boolean;
  /** Something else is being worded. */
  readonly isWriting: boolean;
  onWrite(isWriting: boolean): void;
  onAnswered(how: Answered): void;
}

/** A proposal that waits: the other says yes, suggests something else or says no; its author may take it back or change it. */
export function WaitingProposal(props: WaitingProposalProps) {
  const t = useTranslations("lasting");
  const { couple, waiting, since, fields, isWriting } = props;
  const place = useRef<HTMLElement>(null);
  useFocusKept(place);
  const titles = useTitles(couple);
  const hasEnded = waiting.about !== null && props.version === undefined;
  return (
    <article ref={place} tabIndex={-1} className={styles.card} data-seat={waiting.by}>
      <h2>{titles.ofWaiting(waiting)}</h2>
      {since === "gone" ? null : (
        <>
          <WaitingWords waiting={waiting} fields={fields} hidesAgreement={props.isOnItsPage} />
          <p className={styles.soft}>{t.rich("offeredOn", { day: () => <LocalDay at={waiting.at} /> })}</p>
        </>
      )}
      <p role="status" className={since ? styles.note : undefined}>
        {since ? t(hasEnded ? "hasEnded" : since, { other: couple.other }) : null}
      </p>
      {isWriting ? (
        <InsteadForm
          spaceId={couple.spaceId}
          waiting={waiting}
          isGone={since === "gone"}
          fields={fields}
          version={props.version}
          onTaken={() => props.onAnswered("instead")}
          onClose={() => props.onWrite(false)}
        />
      ) : (
        <Answer {...props} />
      )}
      <WhoCanSee couple={couple} waiting={waiting} />
    </article>
  );
}

function Answer({ couple, waiting, onWrite, onAnswered }: WaitingProposalProps) {
  const t = useTranslations("lasting");
  const { send, isSending, trouble } = useKeeping(couple.spaceId);
  const { seq, about } = waiting;
  const isMine = waiting.by === couple.seat;
  const isMeant = about?.isMeant ?? true;
  if (couple.hasLeft) return null;

  const answer = async (kind: Extract<Keeping["kind"], "accept" | "decline" | "withdraw">) => {
    if (await send({ kind, answers: seq })) onAnswered(kind);
  };
  return (
    <>
      {isMeant ? null : <p className={styles.note}>{t("notMeant")}</p>}
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <div className={styles.row}>
        {isMine || !isMeant ? null : (
          <Button look="primary" disabled={isSending} onClick={() => answer("accept")}>
            {t(`accept.${about?.isKept ? "keep" : (about?.change ?? "offer")}`)}
          </Button>
        )}
        {isMeant ? (
          <Button disabled={isSending} onClick={() => onWrite(true)}>
            {isMine ? t("change") : t("instead")}
          </Button>
        ) : null}
        <Button
          look={isMine ? "quiet" : "plain"}
          disabled={isSending}
          onClick={() => answer(isMine ? "withdraw" : "decline")}
        >
          {isMine ? t("withdraw") : t("decline")}
        </Button>
      </div>
    </>
  );
}

/** What the other sees of what one has offered oneself. */
function WhoCanSee({
  couple: { seat, other, isThere, hasLeft },
  waiting,
}: Pick<WaitingProposalProps, "couple" | "waiting">) {
  const t = useTranslations("lasting");
  if (waiting.by !== seat || hasLeft) return null;
  return <p className={styles.soft}>{isThere ? t("waits", { other }) : t("waitsForSomebody")}</p>;
}
