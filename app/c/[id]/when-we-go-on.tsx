import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useFocusKept } from "../../use-focus-kept";
import { PaceChoice } from "./pace-choice";
import small from "./small-things.module.css";
import { SuggestTime } from "./suggest-time";
import { TimeSetAside } from "./time-set-aside";
import { TimeSuggested } from "./time-suggested";
import { TimesRefused } from "./times-refused";
import styles from "./when-we-go-on.module.css";
import { WhereItStands } from "./where-it-stands";

/** How soon each would like to go on, and a time to talk: said here by whoever likes, and asked of nobody. */
export function WhenWeGoOn() {
  const t = useTranslations("conversation.goOn");
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.place}>
      <button type="button" className={small.pause} onClick={() => setOpen(true)}>
        {t("open")}
        <small>{t("openHint")}</small>
      </button>
      <p role="status" className={styles.soft}>
        <WhereItStands />
      </p>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("open")}>
        <Inside onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function Inside({ onClose }: { onClose(): void }) {
  const t = useTranslations("conversation.goOn");
  const inside = useRef<HTMLDivElement>(null);
  useFocusKept(inside);
  return (
    <div className={styles.inside} tabIndex={-1} ref={inside}>
      <PaceChoice />
      <TimesRefused />
      <TimeSuggested />
      <TimeSetAside />
      <SuggestTime />
      <div className={styles.plain}>
        <Button look="plain" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}
