import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import styles from "./guide-shelf.module.css";

interface NothingFitsProps {
  readonly onClear: () => void;
}

/** No guide is left: it is nobody's mistake, and one press brings them all back. */
export function NothingFits({ onClear }: NothingFitsProps) {
  const t = useTranslations("choose");
  return (
    <div className={styles.nothing}>
      <p>{t("noneText")}</p>
      <Button
        onClick={() => {
          onClear();
          // The button goes; whoever pressed it by keyboard goes on from where the choosing begins.
          document.querySelector<HTMLInputElement>("[name=how]")?.focus();
        }}
      >
        {t("clear")}
      </Button>
    </div>
  );
}
