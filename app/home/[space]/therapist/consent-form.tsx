"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { SecretsPolicy, Sharing } from "#conversation/therapy/sharing";
import { LocalDay } from "../../../local-day";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "./therapist.module.css";

/** A conversation that can be named. */
export interface ListedConversation {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
}

interface ConsentFormProps {
  readonly engagementId: string;
  readonly name: string;
  /** The policy that is read with the list. */
  readonly secrets: SecretsPolicy;
  readonly conversations: readonly ListedConversation[];
  /** The list that holds; null where one has not said yes: then nothing is chosen. */
  readonly own: Sharing | null;
}

const FROM = ["not", "now", "start"] as const;
const ALSO = ["later", "lasting", "answers", "checkIns", "record"] as const;

/** The named list of what one shares. Nothing is in it that was not put there. */
export function ConsentForm({ engagementId, name, secrets, conversations, own }: ConsentFormProps) {
  const t = useTranslations("therapist.list");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const named = conversations.flatMap(({ id }) => {
      const from = data.get(id);
      return from === "now" || from === "start" ? [[id, from] as const] : [];
    });
    const list = {
      conversations: Object.fromEntries(named),
      ...Object.fromEntries(ALSO.map((also) => [also, data.get(also) === "on"])),
      secrets,
    };
    setUnanswered(null);
    setIsSending(true);
    const sent = await send(`/api/engagements/${engagementId}/consent`, list);
    setIsSending(false);
    if (sent.kind !== "answer") setUnanswered(sent);
    if (sent.kind === "answer" || sent.kind === "refused") router.refresh();
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <h3>{t("title", { name })}</h3>
      <p className={styles.soft}>{t("text")}</p>
      {conversations.map(({ id, title, at }) => (
        <fieldset key={id} className={styles.one}>
          <legend>{t.rich("conversation", { title, day: () => <LocalDay at={at} /> })}</legend>
          {FROM.map((from) => (
            <label key={from} className={styles.choice}>
              <input type="radio" name={id} value={from} defaultChecked={from === fromIn(own, id)} />
              {t(`from.${from}`)}
            </label>
          ))}
        </fieldset>
      ))}
      {ALSO.map((also) => (
        <label key={also} className={styles.choice}>
          <input type="checkbox" name={also} defaultChecked={own?.[also] ?? false} />
          <span>
            {t(`also.${also}`)}
            <small>{t(`alsoText.${also}`)}</small>
          </span>
        </label>
      ))}
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div>
        <Button type="submit" look="primary" disabled={!isAwake || isSending}>
          {isSending ? t("sending") : t(own ? "change" : "yes")}
        </Button>
      </div>
    </form>
  );
}

/** What stands in one’s own list; a conversation that is read from a later number was named “from here on”. */
function fromIn(own: Sharing | null, id: string): (typeof FROM)[number] {
  const from = own?.conversations[id];
  if (from === undefined) return "not";
  return from === 1 ? "start" : "now";
}
