"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useState } from "react";
import type { Keeping } from "#conversation/keeping/keepings";
import { MOST_IN_A_LINE } from "#conversation/keeping/lengths";
import { oneLine, textOf } from "../one-line";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./one-line-form.module.css";
import { useKeeping } from "./use-keeping";

interface OneLineFormProps {
  readonly spaceId: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  /** What stands in the box at first. */
  readonly initial?: string;
  /** What is sent, with this line. */
  keeping(text: string): Keeping;
  onTaken?(): void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** One line that is kept between the two. Whatever becomes of it, it stays in its box until it is kept. */
export function OneLineForm({ spaceId, label, hint, button, initial, keeping, ...rest }: OneLineFormProps) {
  const t = useTranslations("lasting.line");
  const { send, isSending, trouble } = useKeeping(spaceId);
  const isAwake = useIsAwake();
  const [isNeeded, setIsNeeded] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const text = oneLine(textOf(new FormData(form), "line"));
    setIsNeeded(text === "");
    if (text === "") return form.querySelector("input")?.focus();
    if (!(await send(keeping(text)))) return;
    form.reset();
    rest.onTaken?.();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={label}
        hint={hint}
        problem={isNeeded ? t("needed") : null}
        name="line"
        maxLength={MOST_IN_A_LINE}
        defaultValue={initial}
        autoComplete="off"
      />
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <div className={styles.row}>
        <Button type="submit" disabled={!isAwake || isSending}>
          {button}
        </Button>
        {rest.children}
      </div>
    </form>
  );
}
