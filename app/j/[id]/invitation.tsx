import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef, useState } from "react";
import { oneLine, textOf } from "../../one-line";
import { fieldAtFault, type Unanswered, useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/text-field";
import { Trouble } from "../../ui/trouble";
import styles from "./join.module.css";
import { Terms } from "./terms";
import type { Offer } from "./use-invitation";

interface InvitationProps {
  readonly offer: Offer;
  readonly name: string;
  readonly isArriving: boolean;
  /** Null for a therapist, whose name is in what they say about themselves. */
  readonly onClaim: (name: string | null) => Promise<Unanswered | null>;
  readonly onDecline: () => void;
}

/** Who asks, for what, and what will be shared; then yes, or not now. */
export function Invitation({ offer, name, isArriving, onClaim, onDecline }: InvitationProps) {
  const t = useTranslations("join");
  const words = useTroubleWords();
  const nameField = useRef<HTMLInputElement>(null);
  const [isSending, setIsSending] = useState(false);
  const [isNameNeeded, setIsNameNeeded] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const { opener } = offer;
  const isForTherapist = offer.seat === "t";

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const called = oneLine(textOf(new FormData(event.currentTarget), "name"));
    setUnanswered(null);
    setIsNameNeeded(!called && !isForTherapist);
    if (!called && !isForTherapist) return nameField.current?.focus();
    setIsSending(true);
    const problem = await onClaim(isForTherapist ? null : called);
    setIsSending(false);
    setUnanswered(problem);
    if (problem && fieldAtFault(problem) === "name") nameField.current?.focus();
  }

  const isNameWrong = unanswered !== null && fieldAtFault(unanswered) === "name";
  const isBusy = isSending || isArriving;
  return (
    <>
      <Terms offer={offer} />
      <form className={styles.form} onSubmit={submit} noValidate>
        {!isForTherapist && (
          <TextField
            ref={nameField}
            label={t("name", { opener })}
            problem={isNameNeeded ? t("nameNeeded", { opener }) : isNameWrong ? words(unanswered) : null}
            name="name"
            defaultValue={name}
            maxLength={60}
            required
            autoComplete="given-name"
          />
        )}
        {unanswered && !isNameWrong && <Trouble>{words(unanswered)}</Trouble>}
        {isForTherapist && unanswered && (
          <p>
            <a href="/practice/profile">{t("therapistProfile")}</a>
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" wide disabled={isBusy}>
            {isBusy ? t("claiming") : t(isForTherapist ? "claimTherapist" : "claim")}
          </Button>
          <Button look="plain" wide disabled={isBusy} onClick={onDecline}>
            {t("notNow")}
          </Button>
          <p className={styles.small}>
            {offer.askFirst ? t("asked", { opener }) : t(isForTherapist ? "account" : "noAccount")}
          </p>
        </div>
      </form>
    </>
  );
}
