"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AssignmentAnswer } from "#conversation/therapy/assignments";
import type { BegunAnswer } from "#wire/answers";
import { AskedCard, type AskedLook } from "../../../asked/asked-card";
import { type Sent, send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button, buttonClass } from "../../../ui/button";
import { RadioCards } from "../../../ui/radio-cards";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "../therapist/therapist.module.css";

interface AskedToMe extends AskedLook {
  readonly id: string;
  readonly answer: AssignmentAnswer;
  /** How its guide is begun; null where it is none. */
  readonly begun: "together" | "alone" | null;
  /** What the two have begun for it. */
  readonly conversationId: string | null;
  /** What can be chosen before it is begun by two. */
  readonly roles: readonly { readonly id: string; readonly mine: string }[];
}

interface AskedItemProps {
  readonly asked: AskedToMe;
  readonly spaceId: string;
  readonly heading: "h2" | "h3";
}

/** Something that is asked of this person: the way to it, and what they say of it, which is theirs to change. */
export function AskedItem({ asked, spaceId, heading }: AskedItemProps) {
  const t = useTranslations("asked");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const { id, answer } = asked;

  async function tell<Answer>(path: string, body: object, then: (answer: Answer) => void): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent: Sent<Answer> = await send<Answer>(`/api/assignments/${id}/${path}`, body);
    setIsSending(false);
    if (sent.kind !== "answer") return setUnanswered(sent);
    then(sent.answer);
  }
  const say = (said: AssignmentAnswer) => tell("answer", { answer: said }, () => router.refresh());
  const begin = (role: string | undefined) =>
    tell<BegunAnswer>("begin", role === undefined ? {} : { role }, ({ conversationId }) =>
      router.push(`/c/${conversationId}`),
    );
  const canPress = isAwake && !isSending;

  return (
    <AskedCard look={asked} heading={heading}>
      {answer === "open" ? (
        <>
          <WayToIt asked={asked} spaceId={spaceId} canPress={canPress} onBegin={begin} />
          <div className={styles.row}>
            <Button disabled={!canPress} onClick={() => say("done")}>
              {t("done")}
            </Button>
            <Button look="plain" disabled={!canPress} onClick={() => say("declined")}>
              {t("decline")}
            </Button>
          </div>
          <p className={styles.small}>{t("told", { name: asked.by })}</p>
        </>
      ) : (
        <div className={styles.row}>
          <p role="status">{t(answer === "done" ? "saidDone" : "saidDeclined")}</p>
          <Button look="plain" disabled={!canPress} onClick={() => say("open")}>
            {t("again")}
          </Button>
        </div>
      )}
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
    </AskedCard>
  );
}

interface WayToItProps extends Pick<AskedItemProps, "asked" | "spaceId"> {
  readonly canPress: boolean;
  readonly onBegin: (role: string | undefined) => void;
}

function WayToIt({ asked, spaceId, canPress, onBegin }: WayToItProps) {
  const t = useTranslations("asked");
  const [role, setRole] = useState(asked.roles[0]?.id);
  if (asked.kind === "reading") return null;
  if (asked.kind !== "guide") {
    const path = asked.kind === "check-in" ? "/check-ins" : `/commitments/${spaceId}`;
    return (
      <a className={buttonClass("primary")} href={path}>
        {t(`way.${asked.kind}`)}
      </a>
    );
  }
  if (asked.conversationId)
    return (
      <a className={buttonClass("primary")} href={`/c/${asked.conversationId}`}>
        {t("open")}
      </a>
    );
  return (
    <>
      {asked.roles.length > 0 && (
        <RadioCards
          legend={t("role")}
          name={`role-${asked.id}`}
          cards={asked.roles.map(({ id, mine }) => ({ value: id, title: mine }))}
          first={role}
          onChoose={setRole}
        />
      )}
      <div>
        <Button look="primary" disabled={!canPress} onClick={() => onBegin(role)}>
          {t(asked.begun === "together" ? "begin" : "beginAlone")}
        </Button>
      </div>
    </>
  );
}
