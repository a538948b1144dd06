"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../send";
import { type Unanswered, useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";

/** Ends this browser's sign-in. What the tab remembered is dropped with it. */
export function SignOutButton() {
  const t = useTranslations("signIn");
  const words = useTroubleWords();
  const [isLeaving, setIsLeaving] = useState(false);
  const [problem, setProblem] = useState<Unanswered | null>(null);

  async function leave(): Promise<void> {
    setIsLeaving(true);
    setProblem(null);
    const sent = await send("/api/sign-out", {});
    if (sent.kind !== "answer") {
      setIsLeaving(false);
      return setProblem(sent);
    }
    sessionStorage.clear();
    window.location.replace("/"); // a page of nobody's, loaded anew
  }

  return (
    <>
      {problem && <Trouble>{words(problem)}</Trouble>}
      <Button disabled={isLeaving} onClick={leave}>
        {isLeaving ? t("signingOut") : t("signOut")}
      </Button>
    </>
  );
}
