"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { checkGuide } from "#conversation/check-guide";
import type { AgreementFields, Guide, Step } from "#conversation/guide";
import { emptyStep, OWN_STEP_KINDS } from "#conversation/own-guides/own-guide";
import type { GuideVersionAnswer } from "#wire/answers";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button, buttonClass } from "../../../ui/button";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "../guides.module.css";
import { Problems } from "../problems";
import { AboutPart } from "./about-part";
import { Preview } from "./preview";
import { StepPart } from "./step-part";
import { useDraftGuide } from "./use-draft-guide";

interface BuilderProps {
  readonly id: string;
  readonly draft: Guide;
  readonly changes: number;
  readonly newest: number | null;
  readonly isAway: boolean;
  /** The questions of each sort of agreement, in the reader’s language. */
  readonly agreementFields: AgreementFields;
}

/** A guide, step by step; what is wrong with it, and what each seat sees of it, as it is written. */
export function Builder({ id, draft, changes, newest, isAway, agreementFields }: BuilderProps) {
  const t = useTranslations("ownGuides");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const own = useDraftGuide(id, { draft, changes });
  const [version, setVersion] = useState(newest);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const { guide, change, standing } = own;
  const { steps } = guide;
  const problems = checkGuide(guide);

  const changeSteps = (next: readonly Step[]) => change({ ...guide, steps: next });
  const move = (from: number, by: number) => {
    const next = steps.filter((_, index) => index !== from);
    const step = steps[from];
    if (step) changeSteps([...next.slice(0, from + by), step, ...next.slice(from + by)]);
  };

  async function makeVersion(): Promise<void> {
    setUnanswered(null);
    const kept = await own.keep();
    if (kept === null) return;
    const sent = await send<GuideVersionAnswer>(`/api/practice/guides/${id}/version`, { changes: kept });
    if (sent.kind === "answer") setVersion(sent.answer.version);
    else setUnanswered(sent);
  }

  async function putAway(): Promise<void> {
    setUnanswered(null);
    const sent = await send(`/api/practice/guides/${id}/put-away`, { away: !isAway });
    if (sent.kind === "answer") router.refresh();
    else setUnanswered(sent);
  }

  return (
    <div className={styles.builder}>
      <fieldset className={styles.parts} disabled={!isAwake}>
        <AboutPart guide={guide} onChange={change} />
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step.id} id={`step-${index + 1}`}>
              <StepPart
                step={step}
                number={index + 1}
                guide={guide}
                agreementFields={agreementFields}
                onChange={(next) => changeSteps(steps.map((one) => (one === step ? next : one)))}
                onRemove={() => changeSteps(steps.filter((one) => one !== step))}
                onMove={(by) => move(index, by)}
              />
            </li>
          ))}
        </ol>
        <section className={styles.part} aria-label={t("add")}>
          <h2>{t("add")}</h2>
          <div className={styles.row}>
            {OWN_STEP_KINDS.map((kind) => (
              <Button key={kind} onClick={() => changeSteps([...steps, emptyStep(kind, steps)])}>
                {t(`kind.${kind}`)}
              </Button>
            ))}
          </div>
        </section>
        <section className={styles.part} aria-label={t("use")}>
          <h2>{t("use")}</h2>
          <p className={styles.small}>{t("useText")}</p>
          <Problems problems={problems} steps={steps} />
          {standing === "elsewhere" && (
            <div role="alert">
              <p>{t("elsewhere")}</p>
              <div className={styles.row}>
                <Button onClick={() => own.choose("there")}>{t("takeThere")}</Button>
                <Button onClick={() => own.choose("here")}>{t("takeHere")}</Button>
              </div>
            </div>
          )}
          {unanswered && <Trouble>{words(unanswered)}</Trouble>}
          {/* What is kept by itself takes nobody's focus from what they write. */}
          <p role="status">
            {own.unanswered ? `${words(own.unanswered)} ` : null}
            {t(`standing.${standing}`)} {version === null ? t("noVersion") : t("version", { version })}
          </p>
          <div className={styles.row}>
            <Button
              look="primary"
              disabled={problems.length > 0 || standing === "elsewhere"}
              onClick={makeVersion}
            >
              {t("makeVersion")}
            </Button>
            {standing === "changed" && <Button onClick={() => own.keep()}>{t("keep")}</Button>}
            <a className={buttonClass("quiet")} href={`/api/practice/guides/${id}/file`} download>
              {t("takeOut")}
            </a>
            <Button look="plain" onClick={putAway}>
              {t(isAway ? "offerAgain" : "putAway")}
            </Button>
          </div>
        </section>
      </fieldset>
      <Preview guide={guide} />
    </div>
  );
}
