"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { TextField } from "../ui/text-field";
import styles from "./practice.module.css";

interface CaseFinderProps {
  readonly cases: readonly {
    readonly id: string;
    readonly name: string;
    readonly line: ReactNode;
  }[];
}

/** All couples, or those with a name. What is looked for stays in this page: names are in no address. */
export function CaseFinder({ cases }: CaseFinderProps) {
  const t = useTranslations("practice.search");
  const [wanted, setWanted] = useState("");
  const found = cases.filter(({ name }) => plain(name).includes(plain(wanted.trim())));
  return (
    <div className={styles.form}>
      {cases.length > 1 && (
        <TextField
          label={t("label")}
          type="search"
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <p role="status" className={found.length === 0 ? styles.soft : "quiet-text"}>
        {found.length === 0 && t("none")}
      </p>
      <ul className={styles.cases}>
        {found.map(({ id, line }) => (
          <li key={id}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Without marks over letters and without capitals: “Zoë” is found by “zoe”. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
