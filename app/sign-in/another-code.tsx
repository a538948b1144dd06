import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import styles from "./sign-in.module.css";
import { useAsking } from "./use-asking";

interface AnotherCodeProps {
  /** Empty after a reload: then a new code begins with the address. */
  readonly address: string;
  readonly onSent: () => void;
  readonly onOtherAddress: () => void;
}

/** A mail takes its time. Whoever presses again at once has two mails, of which one does not work. */
const PATIENCE_MS = 30_000;

/** For when no mail has come, or the code in it is over. */
export function AnotherCode({ address, onSent, onOtherAddress }: AnotherCodeProps) {
  const t = useTranslations("signIn");
  const { ask, isAsking } = useAsking();
  const [isEarly, setIsEarly] = useState(address !== "");
  const [hasSent, setHasSent] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!isEarly) return;
    const patience = setTimeout(() => setIsEarly(false), PATIENCE_MS);
    return () => clearTimeout(patience);
  }, [isEarly]);

  async function askAgain(): Promise<void> {
    if (!address) return onOtherAddress();
    setHasSent(false);
    setProblem(null);
    const found = await ask(address);
    setProblem(found);
    setHasSent(found === null);
    setIsEarly(found === null);
    if (found === null) onSent();
  }

  return (
    <div className={styles.another}>
      <p role="status">{hasSent ? t("sentAgain") : t("notCome")}</p>
      {problem && <Trouble>{problem}</Trouble>}
      <div className={styles.stack}>
        <Button wide disabled={isEarly || isAsking} onClick={askAgain}>
          {isAsking ? t("sending") : t("another")}
        </Button>
        <Button look="plain" wide onClick={onOtherAddress}>
          {t("otherAddress")}
        </Button>
      </div>
    </div>
  );
}
