import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Guide, Step } from "#conversation/guide";
import { FieldInput } from "../../../fields/field-input";
import { Button } from "../../../ui/button";
import { RadioCards } from "../../../ui/radio-cards";
import styles from "../guides.module.css";

/** Whoever looks: one of the two by their part, or the therapist. */
type Viewer = { readonly role: string } | "t";

/** What each seat sees of the guide, step by step, as it is written. */
export function Preview({ guide }: { readonly guide: Guide }) {
  const t = useTranslations("ownGuides");
  const [chosen, setChosen] = useState(guide.roles[0]?.id ?? "t");
  const viewer: Viewer = chosen === "t" ? "t" : { role: chosen };
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <h2 id="preview">{t("preview.title")}</h2>
      <RadioCards
        legend={t("preview.whose")}
        name="preview"
        cards={[
          ...guide.roles.map(({ id, mine }, index) => ({
            value: id,
            title: mine || t("role", { number: index + 1 }),
          })),
          { value: "t", title: t("preview.therapist") },
        ]}
        first={chosen}
        onChoose={setChosen}
      />
      <p>
        <b>{guide.title || t("untitled")}</b>
      </p>
      <p className={styles.intro}>{guide.how}</p>
      {guide.steps.map((step) => (
        <StepSeen key={step.id} step={step} guide={guide} viewer={viewer} />
      ))}
    </section>
  );
}

interface StepSeenProps {
  readonly step: Step;
  readonly guide: Guide;
  readonly viewer: Viewer;
}

function StepSeen({ step, guide, viewer }: StepSeenProps) {
  const t = useTranslations("ownGuides.preview");
  const isAsked = asks(step, viewer);
  return (
    <article className={styles.seen}>
      <h3>{step.title || t("untitledStep")}</h3>
      <p className={styles.intro}>{step.kind === "acknowledge" ? step.lines.join("\n") : step.intro}</p>
      {isAsked && step.kind === "acknowledge" && step.button && (
        <div>
          <Button look="primary" disabled>
            {step.button}
          </Button>
        </div>
      )}
      {isAsked && (step.kind === "write" || step.kind === "settle")
        ? step.fields.map((field) => (
            <FieldInput
              key={field.id}
              field={field}
              value={undefined}
              isReadOnly
              problem={null}
              onChange={() => {}}
            />
          ))
        : null}
      <p className={styles.reads}>{t(`says.${sayingOf(step, guide, viewer)}`)}</p>
    </article>
  );
}

/** Whether the step asks something of whoever looks. */
function asks(step: Step, viewer: Viewer): boolean {
  if (viewer === "t") return false;
  return step.kind !== "write" || step.who === "each" || step.who.role === viewer.role;
}

type WriteStep = Extract<Step, { kind: "write" }>;

/** Who reads what, or does what, told to whoever looks. */
function sayingOf(step: Step, { solo }: Guide, viewer: Viewer) {
  const who = viewer === "t" ? "Therapist" : asks(step, viewer) ? "Mine" : "Theirs";
  switch (step.kind) {
    case "acknowledge":
      return viewer === "t" ? "acknowledgeTherapist" : "acknowledgeMine";
    case "write":
      return solo && viewer !== "t" && step.seen !== "therapist" ? "writeAlone" : writeSaying(step, who);
    case "dialogue": {
      if (viewer === "t") return "dialogueTherapist";
      return step.first === viewer.role ? "dialogueMine" : "dialogueTheirs";
    }
    case "mark": {
      if (viewer === "t") return "markTherapist";
      return step.by === viewer.role ? "markMine" : "markTheirs";
    }
    case "settle":
      return viewer === "t" ? "settleTherapist" : "settleMine";
    case "review":
      return viewer === "t" ? "settleTherapist" : "reviewMine";
  }
}

function writeSaying({ seen }: WriteStep, who: "Mine" | "Theirs" | "Therapist") {
  switch (seen) {
    case "self":
      return `self${who}` as const;
    case "therapist":
      return `therapist${who}` as const;
    case "together":
      return `together${who}` as const;
    case "at-once":
      return `atOnce${who}` as const;
  }
}
