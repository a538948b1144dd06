import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { type Unanswered, useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { goToProvider } from "./go-to-provider";
import styles from "./sign-in.module.css";
import { signInByPasskey } from "./sign-in-by-passkey";

/** An account elsewhere, as people know it. */
export interface Provider {
  readonly id: string;
  readonly name: string;
}

interface OtherWaysProps {
  readonly providers: readonly Provider[];
  readonly to: string;
  /** One comes back from an account elsewhere, and it did not work. */
  readonly hasFailed: boolean;
}

/** Without a mail: a passkey, where the browser knows such a thing, and whatever this place has switched on. */
export function OtherWays({ providers, to, hasFailed }: OtherWaysProps) {
  const t = useTranslations("signIn");
  const words = useTroubleWords();
  const hasPasskeys = useHasPasskeys();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState(hasFailed ? t("notSignedIn") : null);

  async function go(way: string, begin: () => Promise<Unanswered | "not-used" | null>): Promise<void> {
    setBusy(way);
    setProblem(null);
    const found = await begin();
    if (!found) return;
    setBusy(null);
    setProblem(found !== "not-used" ? words(found) : t(way === "passkey" ? "passkeyNotUsed" : "notSignedIn"));
  }

  if (!hasPasskeys && providers.length === 0) return null;
  return (
    <section className={styles.others} aria-label={t("others")}>
      {problem && <Trouble>{problem}</Trouble>}
      {providers.map(({ id, name }) => (
        <Button key={id} wide disabled={busy !== null} onClick={() => go(id, () => goToProvider(id, to))}>
          {t("with", { name })}
        </Button>
      ))}
      {hasPasskeys && (
        <Button wide disabled={busy !== null} onClick={() => go("passkey", () => signInByPasskey(to))}>
          {busy === "passkey" ? t("passkeyWaiting") : t("passkey")}
        </Button>
      )}
    </section>
  );
}

/** Only the browser knows; a page that came over plain http from another machine has none. */
function useHasPasskeys(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => "PublicKeyCredential" in window,
    () => false,
  );
}
