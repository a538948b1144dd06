import { useTranslations } from "next-intl";
import { Trouble } from "../ui/trouble";
import styles from "./settings.module.css";
import type { Saving } from "./use-saving";

interface SavingNoteProps {
  readonly saving: Saving;
  /** What is said once it is kept; “Saved.” without it. */
  readonly done?: string | undefined;
}

/** Says quietly that something is kept; what went wrong is said where it is seen. */
export function SavingNote({ saving, done }: SavingNoteProps) {
  const t = useTranslations("settings");
  return (
    <>
      <p role="status" className={styles.note}>
        {saving.kind === "saving" && t("saving")}
        {saving.kind === "saved" && (done ?? t("saved"))}
      </p>
      {saving.kind === "failed" && <Trouble>{saving.words}</Trouble>}
    </>
  );
}
