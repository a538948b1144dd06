"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Couple } from "../lasting/couple";
import { OneLineForm } from "../lasting/one-line-form";
import styles from "./appreciations.module.css";

/** One line about something one noticed, left for the other to open when they like. */
export function Appreciate({ couple }: { readonly couple: Couple }) {
  const t = useTranslations("appreciations");
  const [isKept, setIsKept] = useState(false);
  const { spaceId, other, isThere } = couple;
  return (
    <>
      <OneLineForm
        spaceId={spaceId}
        label={t("label", { other })}
        hint={isThere ? t("hint", { other }) : t("hintNobody")}
        button={t("keep", { other })}
        keeping={(text) => ({ kind: "appreciate", words: { text } })}
        onTaken={() => setIsKept(true)}
      />
      <p role="status" className={styles.status}>
        {isKept ? t("kept", { other }) : null}
      </p>
    </>
  );
}
