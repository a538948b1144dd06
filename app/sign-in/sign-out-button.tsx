"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isSomethingWaiting } from "../device/is-something-waiting";
import { wipeDevice } from "../device/wipe-device";
import { send } from "../send";
import { type Unanswered, useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Trouble } from "../ui/trouble";
import styles from "./sign-in.module.css";

/** Ends this browser's sign-in, and what the browser kept goes with it. Asks first where something has not gone out. */
export function SignOutButton() {
  const t = useTranslations("signIn");
  const words = useTroubleWords();
  const [isAsked, setIsAsked] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [problem, setProblem] = useState<Unanswered | null>(null);

  async function leave(): Promise<void> {
    setIsAsked(false);
    setIsLeaving(true);
    setProblem(null);
    await wipeDevice();
    const sent = await send("/api/sign-out", {});
    if (sent.kind !== "answer") {
      setIsLeaving(false);
      return setProblem(sent);
    }
    sessionStorage.clear();
    await wipeDevice(); // another tab may have kept something meanwhile
    window.location.replace("/"); // a page of nobody's, loaded anew
  }

  async function ask(): Promise<void> {
    if (await isSomethingWaiting()) setIsAsked(true);
    else await leave();
  }

  return (
    <>
      {problem && <Trouble>{words(problem)}</Trouble>}
      <Button disabled={isLeaving} onClick={ask}>
        {isLeaving ? t("signingOut") : t("signOut")}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("unsent.title")}>
        <p>{t("unsent.text")}</p>
        <div className={styles.answers}>
          <Button look="primary" onClick={() => setIsAsked(false)}>
            {t("unsent.stay")}
          </Button>
          <Button onClick={leave}>{t("unsent.anyway")}</Button>
        </div>
      </Dialog>
    </>
  );
}
