"use client";

import { useTranslations } from "next-intl";
import type { Role } from "#conversation/guide";
import type { StartRequest } from "#wire/requests";
import { oneLine, textOf } from "../one-line";
import { Button } from "../ui/button";
import { RadioCards } from "../ui/radio-cards";
import { TextField } from "../ui/text-field";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./form.module.css";
import { RoleChoice } from "./role-choice";
import { type Problem, useStart } from "./use-start";

/** Whom one goes on with. */
export interface Couple {
  /** What the request names: their space, or a conversation of the two. */
  readonly place: { readonly space: string } | { readonly after: string };
  /** What the other is called; null while nobody has taken their seat. */
  readonly other: string | null;
}

interface JointFormProps {
  readonly guide: { readonly id: string; readonly roles: readonly Role[] };
  /** What whoever asks is called already; empty for a stranger. */
  readonly name: string;
  /** Those who go on with each other; null where it is the first time. */
  readonly couple: Couple | null;
  /** The conversation that was gone through alone before. */
  readonly from: string | null;
}

/**
 * What two people need to begin: an invitation, or where both have their seats already, nothing but a press. Whoever
 * has a seat already keeps the name they gave there.
 */
export function JointForm({ guide, name, couple, from }: JointFormProps) {
  const t = useTranslations("new");
  const isAwake = useIsAwake();
  const other = couple?.other ?? null;
  const { isSending, problemAt, submit } = useStart((form): StartRequest | Problem => {
    const data = new FormData(form);
    const request = readForm(data);
    const both = {
      guide: guide.id,
      ...request,
      ...couple?.place,
      ...(from && { from }),
    };
    if (other) return both;
    if (!couple && !request.name) return { field: "name", words: t("nameNeeded") };
    return { ...both, askFirst: textOf(data, "opening") === "ask-first" };
  });
  const trouble = problemAt("form");
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.head}>
        <h2>{other ? t("with", { other }) : t("invitation")}</h2>
        <p>{other ? t("leadWith", { other }) : t("lead")}</p>
        {from && <p>{t("from")}</p>}
      </div>
      <TextField
        label={t("topic")}
        hint={other ? t("topicHintWith", { other }) : t("topicHint")}
        problem={problemAt("topic")}
        name="topic"
        maxLength={120}
        autoComplete="off"
      />
      <RoleChoice roles={guide.roles} other={other} />
      {!couple && (
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          problem={problemAt("name")}
          name="name"
          defaultValue={name}
          maxLength={60}
          required
          autoComplete="given-name"
        />
      )}
      {!other && (
        <RadioCards
          legend={t("opening")}
          name="opening"
          cards={[
            { value: "let-in", title: t("letIn"), text: t("letInText") },
            { value: "ask-first", title: t("askFirst"), text: t("askFirstText") },
          ]}
          first="let-in"
        />
      )}
      {trouble && <Trouble>{trouble}</Trouble>}
      <div className={styles.end}>
        <Button type="submit" look="primary" disabled={!isAwake || isSending}>
          {other ? t(isSending ? "beginning" : "beginWith", { other }) : t(isSending ? "sending" : "send")}
        </Button>
        <p>{other ? t("afterWith", { other }) : t("after")}</p>
      </div>
    </form>
  );
}

/** What was filled in: an empty field is as if it were not there. */
function readForm(data: FormData) {
  const name = oneLine(textOf(data, "name"));
  const topic = oneLine(textOf(data, "topic"));
  const role = textOf(data, "role");
  return { ...(name && { name }), ...(topic && { topic }), ...(role && { role }) };
}
