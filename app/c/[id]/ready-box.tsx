import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldInput } from "../../fields/field-input";
import fields from "../../fields/fields.module.css";
import { send } from "../../send";
import { useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "./ask.module.css";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";

/** From here on it is often better to wait: so stirred up, hearing the other is hardly possible. */
const STIRRED_UP = 7;

interface Answers {
  readonly stirred: number;
  readonly free: boolean;
}

/**
 * Asked of each alone before the first step, and of nobody else's business: the other sees neither the question nor
 * the answer. Whatever it is, going on and leaving it for another time are both there and look the same from outside.
 */
export function ReadyBox() {
  const t = useTranslations("conversation.ready");
  const { other } = useNames();
  const part = usePart();
  const isAwake = useIsAwake(); // what is pressed before would be lost when the page wakes
  const { stirred, free, setStirred, setFree, answer, isSending, problem } = useReady();
  const isAnswered = stirred !== undefined && free !== undefined;
  const isBetterLater = isAnswered && (stirred >= STIRRED_UP || !free);
  const goOn = (look: "primary" | "quiet") => (
    <Button key="go-on" look={look} disabled={!isAnswered || isSending} onClick={() => answer(true)}>
      {t("goOn")}
    </Button>
  );
  const later = (look: "primary" | "quiet") => (
    <Button key="later" look={look} disabled={isSending} onClick={() => answer(false)}>
      {t("later")}
    </Button>
  );
  return (
    <div className={styles.box}>
      {part ? <p className={styles.part}>{t("part", { part })}</p> : null}
      <div className={fields.fields}>
        <FieldInput
          field={{ id: "stirred", kind: "scale", label: t("stirred"), low: t("calm"), high: t("storm") }}
          value={stirred}
          isReadOnly={isSending || !isAwake}
          problem={null}
          onChange={(value) => setStirred(Number(value))}
        />
        <FieldInput
          field={{
            id: "free",
            kind: "choice",
            label: t("free"),
            options: [
              { id: "yes", text: t("freeYes") },
              { id: "no", text: t("freeNo") },
            ],
          }}
          value={free === undefined ? undefined : free ? "yes" : "no"}
          isReadOnly={isSending || !isAwake}
          problem={null}
          onChange={(value) => setFree(value === "yes")}
        />
      </div>
      <p className={styles.note} role="status" hidden={!isBetterLater}>
        {isBetterLater ? t("betterLater") : null}
      </p>
      <div className={styles.row}>
        {isBetterLater ? [later("primary"), goOn("quiet")] : [goOn("primary"), later("quiet")]}
      </div>
      <p className={styles.hint}>{t("private", { other })}</p>
      {problem ? <Trouble>{problem}</Trouble> : null}
    </div>
  );
}

/** What the guide calls whoever sits here, in plain words: nobody begins without knowing their part. */
function usePart(): string | null {
  const { guide, seat, state } = useConversation();
  return guide.roles.find(({ id }) => state.roster.roles[id] === seat)?.yours ?? null;
}

/** Keeps the answers, and goes on or leaves it for another time. */
function useReady() {
  const { conversationId, live } = useConversation();
  const troubleWords = useTroubleWords();
  const [stirred, setStirred] = useState<number>();
  const [free, setFree] = useState<boolean>();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function keep(answers: Answers, goOn: boolean): Promise<boolean> {
    setSending(true);
    setProblem(null);
    const sent = await send<object>(`/api/conversations/${conversationId}/ready`, { ...answers, goOn });
    setSending(false);
    if (sent.kind !== "answer") setProblem(troubleWords(sent));
    return sent.kind === "answer";
  }

  async function answer(goOn: boolean): Promise<void> {
    const answers = stirred === undefined || free === undefined ? null : { stirred, free };
    // To leave it waits for nothing, and is the same as stopping for any other reason.
    if (!goOn) live.send("any:stop", { kind: "stop" });
    const isKept = answers === null || (await keep(answers, goOn));
    if (goOn && isKept) live.goOn();
  }

  return {
    stirred,
    free,
    setStirred,
    setFree,
    isSending,
    problem,
    answer,
  };
}
