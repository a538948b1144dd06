"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { forgetLink } from "../../../kept-link";
import { TwoPresses } from "../../../two-presses/two-presses";
import { RadioCards } from "../../../ui/radio-cards";
import styles from "./leave.module.css";

interface LeaveFormProps {
  readonly spaceId: string;
  /** Who stays; null where nobody does, and there is nothing to choose. */
  readonly other: string | null;
}

type WordsChoice = "leave" | "take-back";

/** What is to become of what one said, and two presses: the second one leaves. */
export function LeaveForm({ spaceId, other }: LeaveFormProps) {
  const t = useTranslations("people.leave");
  const router = useRouter();
  const [words, setWords] = useState<WordsChoice>("leave");

  // What is said to go for good goes, whoever takes the other seat meanwhile.
  const chosen = other === null ? "take-back" : words;

  return (
    <div className={styles.form}>
      {other !== null && (
        <RadioCards
          legend={t("words", { other })}
          name="words"
          cards={[
            { value: "leave", title: t("leaveWords", { other }), text: t("leaveWordsText", { other }) },
            { value: "take-back", title: t("takeBack"), text: t("takeBackText", { other }) },
          ]}
          first="leave"
          onChoose={(card) => setWords(card === "take-back" ? "take-back" : "leave")}
        />
      )}
      <TwoPresses
        says={{ go: t("go"), sure: t("sure"), confirm: t("confirm"), going: t("leaving"), stay: t("stay") }}
        path={`/api/spaces/${spaceId}/leave`}
        body={{ words: chosen }}
        then={() => {
          forgetLink(spaceId);
          router.replace("/home");
        }}
      >
        {other === null ? t("sureText.alone") : t(`sureText.${words}`, { other })}
      </TwoPresses>
    </div>
  );
}
