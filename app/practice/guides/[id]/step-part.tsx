import { useTranslations } from "next-intl";
import { PROPOSAL_SORTS } from "#conversation/agreements";
import type {
  AcknowledgeStep,
  AgreementFields,
  DialogueStep,
  Guide,
  MarkStep,
  SettleStep,
  Step,
  WriteStep,
} from "#conversation/guide";
import { Button } from "../../../ui/button";
import { SelectField } from "../../../ui/select-field";
import { TextBox } from "../../../ui/text-box";
import { TextField } from "../../../ui/text-field";
import styles from "../guides.module.css";
import { QuestionParts } from "./question-parts";
import { Tick } from "./tick";

interface StepPartProps {
  readonly step: Step;
  /** Its place, from 1. */
  readonly number: number;
  readonly guide: Guide;
  readonly agreementFields: AgreementFields;
  readonly onChange: (step: Step) => void;
  readonly onRemove: () => void;
  /** Towards the beginning or the end. */
  readonly onMove: (by: -1 | 1) => void;
}

/** One step: what it is called and asks, and where it stands. */
export function StepPart({ onRemove, onMove, ...part }: StepPartProps) {
  const t = useTranslations("ownGuides");
  const { step, number, guide, onChange } = part;
  return (
    <section className={styles.part} aria-labelledby={`step-${number}-title`}>
      <h2 id={`step-${number}-title`}>
        {t("step", { number })}: {t(`kind.${step.kind}`)}
      </h2>
      <p className={styles.small}>{t(`kindText.${step.kind}`)}</p>
      <TextField
        label={t("stepTitle")}
        value={step.title}
        onChange={(event) => onChange({ ...step, title: event.target.value })}
      />
      {step.kind === "acknowledge" ? null : (
        <TextBox
          label={t("intro")}
          value={step.intro}
          onChange={(event) => onChange({ ...step, intro: event.target.value })}
        />
      )}
      <OfKind {...part} />
      <div className={styles.row}>
        <Button look="plain" disabled={number === 1} onClick={() => onMove(-1)}>
          {t("up", { number })}
        </Button>
        <Button look="plain" disabled={number === guide.steps.length} onClick={() => onMove(1)}>
          {t("down", { number })}
        </Button>
        <Button look="plain" onClick={onRemove}>
          {t("remove", { number })}
        </Button>
      </div>
    </section>
  );
}

type OfKindProps = Omit<StepPartProps, "onRemove" | "onMove">;

function OfKind(part: OfKindProps) {
  switch (part.step.kind) {
    case "acknowledge":
      return <AcknowledgePart {...part} step={part.step} />;
    case "write":
      return <WritePart {...part} step={part.step} />;
    case "dialogue":
      return <DialoguePart {...part} step={part.step} />;
    case "mark":
      return <MarkPart {...part} step={part.step} />;
    case "settle":
      return <SettlePart {...part} step={part.step} />;
    case "review":
      return null; // it asks what the agreements ask
  }
}

type PartOf<Kind extends Step> = Omit<OfKindProps, "step"> & { readonly step: Kind };

function AcknowledgePart({ step, onChange }: PartOf<AcknowledgeStep>) {
  const t = useTranslations("ownGuides");
  return (
    <>
      <TextBox
        label={t("lines")}
        value={step.lines.join("\n")}
        onChange={(event) => onChange({ ...step, lines: event.target.value.split("\n") })}
      />
      <TextField
        label={t("button")}
        value={step.button}
        onChange={(event) => onChange({ ...step, button: event.target.value })}
      />
    </>
  );
}

const SEEN = ["self", "therapist", "together", "at-once"] as const;

function WritePart({ step, guide, onChange }: PartOf<WriteStep>) {
  const t = useTranslations("ownGuides");
  const roles = useRoleOptions(guide);
  const { mayPass: _, ...must } = step;
  const role = step.who === "each" ? "each" : step.who.role;
  return (
    <>
      {guide.solo ? null : (
        <SelectField
          label={t("who")}
          options={[{ value: "each", text: t("each") }, ...roles]}
          value={role}
          onChange={({ target: { value } }) =>
            onChange({ ...step, who: value === "each" ? "each" : { role: value } })
          }
        />
      )}
      <SelectField
        label={t("seen")}
        options={SEEN.map((value) => ({ value, text: t(`seenBy.${value}`) }))}
        value={step.seen}
        onChange={({ target: { value } }) =>
          onChange({ ...step, seen: SEEN.find((one) => one === value) ?? "self" })
        }
      />
      <Tick
        label={t("mayPass")}
        isOn={step.mayPass === true}
        onChange={(isOn) => onChange(isOn ? { ...step, mayPass: true } : must)}
      />
      <QuestionParts fields={step.fields} onChange={(fields) => onChange({ ...step, fields })} />
    </>
  );
}

const WAYS = ["once", "summary", "validate", "empathise"] as const;

function DialoguePart({ step, guide, onChange }: PartOf<DialogueStep>) {
  const t = useTranslations("ownGuides");
  const roles = useRoleOptions(guide);
  const { only: _, ...both } = step;
  return (
    <>
      <SelectField
        label={t("first")}
        options={roles}
        value={step.first}
        onChange={({ target: { value } }) => onChange({ ...step, first: value })}
      />
      <SelectField
        label={t("only")}
        options={[{ value: "", text: t("onlyBoth") }, ...roles]}
        value={step.only ?? ""}
        onChange={({ target: { value } }) => onChange(value === "" ? both : { ...step, only: value })}
      />
      {WAYS.map((way) => (
        <Tick
          key={way}
          label={t(`way.${way}`)}
          isOn={step[way] === true}
          onChange={(isOn) => onChange(withWay(step, way, isOn))}
        />
      ))}
    </>
  );
}

function withWay(step: DialogueStep, way: (typeof WAYS)[number], isOn: boolean): DialogueStep {
  const { [way]: _, ...without } = step;
  return isOn ? { ...without, [way]: true } : without;
}

function MarkPart({ step, guide, onChange }: PartOf<MarkStep>) {
  const t = useTranslations("ownGuides");
  const earlier = guide.steps.slice(0, guide.steps.indexOf(step)).filter(({ kind }) => kind === "write");
  return (
    <>
      <SelectField
        label={t("of")}
        options={[
          { value: "none", text: t("choose") },
          ...earlier.map(({ id, title }) => ({ value: id, text: title || id })),
        ]}
        value={step.of}
        onChange={({ target: { value } }) => onChange({ ...step, of: value })}
      />
      <SelectField
        label={t("by")}
        options={useRoleOptions(guide)}
        value={step.by}
        onChange={({ target: { value } }) => onChange({ ...step, by: value })}
      />
    </>
  );
}

function SettlePart({ step, agreementFields, onChange }: PartOf<SettleStep>) {
  const t = useTranslations("ownGuides");
  return (
    <>
      <SelectField
        label={t("sort")}
        options={PROPOSAL_SORTS.map((value) => ({ value, text: t(`sorts.${value}`) }))}
        value={step.sort}
        onChange={({ target: { value } }) => {
          const sort = PROPOSAL_SORTS.find((one) => one === value) ?? "commitment";
          onChange({ ...step, sort, fields: agreementFields[sort] });
        }}
      />
      <ul className={styles.small}>
        {step.fields.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
    </>
  );
}

/** The two parts, by what whoever takes one says of it. */
function useRoleOptions({ roles }: Guide) {
  const t = useTranslations("ownGuides");
  return roles.map(({ id, mine }, index) => ({ value: id, text: mine || t("role", { number: index + 1 }) }));
}
