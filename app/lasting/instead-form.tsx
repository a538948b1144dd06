"use client";

import { useTranslations } from "next-intl";
import type { Field } from "#conversation/guide";
import type { Keeping } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import { answersTo } from "../fields/answered";
import { Button } from "../ui/button";
import { KeepingForm } from "./keeping-form";
import { careFor } from "./offer-form";
import { useRestFields } from "./rest-fields";
import type { Waiting, WaitingAbout } from "./waiting";

interface InsteadFormProps {
  readonly spaceId: string;
  readonly waiting: Waiting;
  /** There is nothing any more that it would take the place of: it stands by itself. */
  readonly isGone: boolean;
  readonly fields: readonly Field[];
  /** The wording of its agreement that holds; undefined where there is none. */
  readonly version: number | undefined;
  onTaken(): void;
  onClose(): void;
}

/** Something else in the place of what waits. It begins with the words of what waits, and goes with what is there when it is sent. */
export function InsteadForm(props: InsteadFormProps) {
  const t = useTranslations("lasting");
  const { waiting } = props;
  const { about, sort } = waiting;
  const rest = useRestFields();
  const isRest = about?.change === "pause";
  const fields = isRest ? rest : props.fields;
  const before: Words = isRest ? daysOf(about) : (waiting.words ?? about?.words ?? {});
  return (
    <KeepingForm
      spaceId={props.spaceId}
      fields={fields}
      initial={answersTo(fields, before)}
      button={t("offerLikeThis")}
      care={careFor(sort)}
      keeping={(answers) => instead(props, answers)}
      onTaken={props.onTaken}
    >
      <Button look="plain" onClick={props.onClose}>
        {t("notNow")}
      </Button>
    </KeepingForm>
  );
}

function instead({ waiting, isGone, version }: InsteadFormProps, words: Words): Keeping {
  const { about, sort, seq } = waiting;
  const amends = isGone ? {} : { amends: seq };
  if (!about) return { kind: "offer", sort, words, ...amends };
  const that = { agreement: about.agreement, version: version ?? about.version, ...amends };
  if (about.change !== "pause") return { kind: "propose", change: "change", words, ...that };
  return { kind: "propose", change: "pause", from: String(words.from), until: String(words.until), ...that };
}

function daysOf({ from, until }: WaitingAbout): Words {
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}
