"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { AssignedTo } from "#conversation/therapy/assignments";
import { AskedCard } from "../../../asked/asked-card";
import fields from "../../../fields/fields.module.css";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { RadioCards } from "../../../ui/radio-cards";
import { SelectField } from "../../../ui/select-field";
import { TextField } from "../../../ui/text-field";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "../../practice.module.css";

/** A guide that can be asked for. */
interface AskableGuide {
  readonly id: string;
  readonly title: string;
  /** One of the therapist’s own, in this version. */
  readonly own: { readonly id: string; readonly version: number } | null;
  /** It cannot be gone through by one alone. */
  readonly takesTwo: boolean;
}

interface AskFormProps {
  readonly engagementId: string;
  /** What the therapist is called. */
  readonly by: string;
  readonly guides: readonly AskableGuide[];
  readonly names: { readonly a: string; readonly b: string };
}

const KINDS = ["guide", "check-in", "commitment", "reading"] as const;
type Kind = (typeof KINDS)[number];

/** As many characters as the server takes. */
const LONGEST_NOTE = 2_000;
const LONGEST_TEXT = 8_000;

/** What is asked, of whom, by when; beside it stands what they will see. */
export function AskForm({ engagementId, by, guides, names }: AskFormProps) {
  const t = useTranslations("practice.ask");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const id = useId();
  // The same until it is asked: what was lost on the way is not asked twice.
  const [assignmentId, setAssignmentId] = useState(() => uuidv7());
  const [kind, setKind] = useState<Kind>("guide");
  const [assigned, setAssigned] = useState<AssignedTo>("both");
  const [chosen, setChosen] = useState(guides[0]?.id ?? "");
  const [dueOn, setDueOn] = useState("");
  const [note, setNote] = useState("");
  const [text, setText] = useState("");
  const [sending, setSending] = useState<"no" | "now" | "done">("no");
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const needsText = kind === "commitment" || kind === "reading";
  const open = guides.filter(({ takesTwo }) => assigned === "both" || !takesTwo);
  const guide = open.find((one) => one.id === chosen) ?? open[0];

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (sending === "now") return;
    setUnanswered(null);
    setSending("now");
    const sent = await send(`/api/engagements/${engagementId}/assignments`, {
      assignmentId,
      for: assigned,
      ...(dueOn && { dueOn }),
      ...(note.trim() && { note }),
      asked: askedIn(kind, guide, text),
    });
    setSending(sent.kind === "answer" ? "done" : "no");
    if (sent.kind !== "answer") return setUnanswered(sent);
    setAssignmentId(uuidv7());
    setNote("");
    setText("");
    setDueOn("");
    router.refresh();
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <RadioCards
        legend={t("what")}
        name="kind"
        cards={KINDS.map((value) => ({ value, title: t(`kind.${value}`), text: t(`kindText.${value}`) }))}
        first="guide"
        onChoose={(value) => setKind(KINDS.find((one) => one === value) ?? "guide")}
      />
      <RadioCards
        legend={t("whom")}
        name="for"
        cards={[
          { value: "both", title: t("both") },
          { value: "a", title: names.a, text: t("alone") },
          { value: "b", title: names.b, text: t("alone") },
        ]}
        first="both"
        onChoose={(value) => setAssigned(value === "a" || value === "b" ? value : "both")}
      />
      {kind === "guide" && (
        <SelectField
          label={t("guide")}
          disabled={!isAwake}
          options={open.map((one) => ({
            value: one.id,
            text: one.own ? t("own", { title: one.title, version: one.own.version }) : one.title,
          }))}
          value={guide?.id ?? ""}
          onChange={(event) => setChosen(event.target.value)}
        />
      )}
      {needsText && (
        <div>
          <label className={fields.question} htmlFor={`${id}-text`}>
            {t(`text.${kind}`)}
          </label>
          <textarea
            id={`${id}-text`}
            className={fields.text}
            value={text}
            readOnly={!isAwake}
            required
            maxLength={LONGEST_TEXT}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      <div>
        <label className={fields.question} htmlFor={`${id}-note`}>
          {t("note")}
        </label>
        <textarea
          id={`${id}-note`}
          className={fields.text}
          value={note}
          readOnly={!isAwake}
          maxLength={LONGEST_NOTE}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <TextField
        type="date"
        label={t("due")}
        hint={t("dueHint")}
        max="9999-12-31" // the rules know years of four digits
        value={dueOn}
        readOnly={!isAwake}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <section className={styles.section} aria-labelledby={`${id}-preview`}>
        <h2 id={`${id}-preview`}>
          {assigned === "both" ? t("previewBoth") : t("preview", { name: names[assigned] })}
        </h2>
        <AskedCard
          look={{
            kind,
            guide: kind === "guide" ? (guide?.title ?? null) : null,
            by,
            isForBoth: assigned === "both",
            dueOn: dueOn || null,
            note: note.trim(),
            text: needsText ? text.trim() : "",
          }}
        />
      </section>
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div className={styles.row}>
        <Button type="submit" look="primary" disabled={!isAwake || sending === "now"}>
          {sending === "now" ? t("asking") : t("go")}
        </Button>
        <p role="status" className={styles.small}>
          {sending === "done" && t("done")}
        </p>
      </div>
    </form>
  );
}

function askedIn(kind: Kind, guide: AskableGuide | undefined, text: string) {
  if (kind === "guide")
    return guide?.own ? { kind: "own-guide", ...guide.own } : { kind, guide: guide?.id ?? "" };
  return kind === "check-in" ? { kind } : { kind, text };
}
