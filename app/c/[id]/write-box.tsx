import { useTranslations } from "next-intl";
import { useState } from "react";
import type { WriteStep } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Entry } from "#conversation/seat-view";
import { stepOf } from "#conversation/seat-view";
import type { WritingPart } from "#conversation/situation";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { FieldsForm } from "./fields-form";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";
import { useSetting } from "./use-setting";

interface WriteBoxProps {
  readonly step: WriteStep;
  readonly part: WritingPart;
}

/** Questions that are answered alone. Whoever has answered may change it until the step ends. */
export function WriteBox({ step, part }: WriteBoxProps) {
  const t = useTranslations("conversation");
  const { other } = useNames();
  const [isChanging, setChanging] = useState(false);
  const { live, waiting } = useConversation();
  const setting = useSetting();
  const slot = `${step.id}:write`;
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  const hasBegun = live.draftOf(slot) !== null; // also what was refused: its words are back in their boxes
  if (part === "other") return null; // the banner says what the other does; there is nothing to do here
  if (part === "asked" || isChanging || hasBegun || isOnItsWay)
    return <Questions step={step} onSent={() => setChanging(false)} />;
  return (
    <div className={styles.box}>
      <h2>{step.title}</h2>
      <p>
        {t("waiting.write", { other })} {setting === "tried" ? null : t("waiting.alone")}
      </p>
      <div className={styles.row}>
        <Button onClick={() => setChanging(true)}>{t("write.change")}</Button>
      </div>
    </div>
  );
}

function Questions({ step, onSent }: { readonly step: WriteStep; onSent(): void }) {
  const t = useTranslations("conversation.write");
  const { live, state } = useConversation();
  const initial = useEarlierWords(step);
  const slot = `${step.id}:write`;
  const send = (words: Words) => {
    live.send(slot, { kind: "write", ready: true, words });
    onSent();
  };
  const isReadAtOnce = step.seen === "at-once" && state.roster.partners.length > 1;
  const alone = useWrittenAlone(step);
  return (
    <div className={styles.box}>
      <FieldsForm
        key={alone.taken}
        slot={slot}
        fields={step.fields}
        initial={initial}
        seen={step.seen}
        button={isReadAtOnce ? t("sendToOther") : t("send")}
        needed={step.mayPass ? t("needed") : t("neededNoPass")}
        care={step.wording ?? "plain"}
        onSend={send}
      >
        {alone.isThere ? <Button onClick={alone.take}>{t("takeAlone")}</Button> : null}
        {step.mayPass ? <Button onClick={() => send({ passed: true })}>{t("pass")}</Button> : null}
      </FieldsForm>
    </div>
  );
}

/** What this seat has sent in this step already, to be changed; or what it wrote in the step this one starts from. */
function useEarlierWords(step: WriteStep): Words | undefined {
  const { entries, seat, state } = useConversation();
  const wordsIn = (id: string) => {
    const isMine = (entry: Entry) =>
      entry.kind === "write" &&
      entry.seat === seat &&
      stepOf(state, entry.seq)?.progress.step.id === id &&
      entry.words?.passed !== true;
    return entries.findLast(isMine)?.words;
  };
  return wordsIn(step.id) ?? (step.startsFrom === undefined ? undefined : wordsIn(step.startsFrom));
}

/**
 * What this seat wrote alone before, in answer to the same questions. It stands in no box by itself: somebody may be
 * looking on.
 */
function useWrittenAlone({ id }: WriteStep) {
  const { live } = useConversation();
  const [taken, setTaken] = useState(0);
  const slot = `${id}:alone`;
  const words = live.draftOf(slot);
  return {
    isThere: words !== null,
    /** Changes when it has been taken: the boxes begin anew, with those words. */
    taken,
    take() {
      live.keepDraft(`${id}:write`, words);
      live.keepDraft(slot, null);
      setTaken(taken + 1);
    },
  };
}
