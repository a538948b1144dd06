"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { TherapistProfile } from "#wire/events";
import { oneLine, textOf } from "../../one-line";
import { send } from "../../send";
import { type Unanswered, useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { RadioCards } from "../../ui/radio-cards";
import { TextField } from "../../ui/text-field";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "../practice.module.css";

/** In the order of the page; each with as many characters as it takes. */
const LINES = [
  { name: "name", most: 60 },
  { name: "practice", most: 200 },
  { name: "registration", most: 200 },
  { name: "jurisdiction", most: 200 },
  { name: "languages", most: 200 },
] as const;
type Missing = (typeof LINES)[number]["name"] | "secrets";

/** All of it is needed: couples decide by it. Another secrets policy is said to be what it is before it is sent. */
export function ProfileForm({ profile }: { readonly profile: TherapistProfile | null }) {
  const t = useTranslations("practice.profile");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [secrets, setSecrets] = useState(profile?.secrets ?? null);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [saving, setSaving] = useState<"idle" | "keeping" | "kept">("idle");
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const lines = LINES.map(({ name }) => [name, oneLine(textOf(data, name))] as const);
    const left: Missing[] = lines.filter(([, text]) => !text).map(([name]) => name);
    if (!secrets) left.push("secrets");
    setMissing(left);
    setUnanswered(null);
    if (left[0]) return form.querySelector<HTMLInputElement>(`[name=${left[0]}]`)?.focus();
    setSaving("keeping");
    const sent = await send("/api/therapist", { ...Object.fromEntries(lines), secrets });
    setSaving(sent.kind === "answer" ? "kept" : "idle");
    if (sent.kind !== "answer") return setUnanswered(sent);
    if (profile) router.refresh();
    else router.push("/practice");
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {LINES.map(({ name, most }) => (
        <TextField
          key={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          problem={missing.includes(name) ? t("needed") : null}
          name={name}
          defaultValue={profile?.[name] ?? ""}
          maxLength={most}
          required
          autoComplete="off"
        />
      ))}
      <RadioCards
        legend={t("secrets")}
        name="secrets"
        cards={[
          { value: "none", title: t("none"), text: t("noneText") },
          { value: "limited", title: t("limited"), text: t("limitedText") },
        ]}
        first={profile?.secrets}
        onChoose={(card) => setSecrets(card === "limited" ? "limited" : "none")}
      />
      {missing.includes("secrets") && (
        <p role="alert" className={styles.problem}>
          {t("chooseNeeded")}
        </p>
      )}
      <div role="status">
        {profile && secrets !== profile.secrets && <p className={styles.seen}>{t("changes")}</p>}
      </div>
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div className={styles.row}>
        <Button type="submit" look="primary" disabled={!isAwake || saving === "keeping"}>
          {saving === "keeping" ? t("keeping") : t("keep")}
        </Button>
        <p role="status" className={styles.small}>
          {saving === "kept" && t("kept")}
        </p>
      </div>
    </form>
  );
}
