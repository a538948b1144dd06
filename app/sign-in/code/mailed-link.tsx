"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button, buttonClass } from "../../ui/button";
import { Explanation } from "../../ui/explanation";
import { Trouble } from "../../ui/trouble";
import { useCode } from "../use-code";
import { takeCode } from "./take-code";

/** The mailed link in the browser that asked: one button, and nothing before it is pressed. */
export function MailedLink() {
  const t = useTranslations("signIn");
  const { signInWith, isSending } = useCode("/home");
  const [code, setCode] = useState<string | null | undefined>();
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const take = () => setCode((taken) => takeCode() ?? taken ?? null);
    take();
    window.addEventListener("hashchange", take); // a newer link, pasted over this page's own address
    return () => window.removeEventListener("hashchange", take);
  }, []);

  async function press(known: string): Promise<void> {
    setProblem(null);
    setProblem(await signInWith(known));
  }

  if (code === null)
    return (
      <Explanation title={t("link.incomplete")} announced>
        <p>{t("link.incompleteText")}</p>
        <a className={buttonClass("primary")} href="/sign-in">
          {t("link.type")}
        </a>
      </Explanation>
    );
  return (
    <Explanation title={t("link.title")}>
      <p>{t("link.text")}</p>
      {problem && <Trouble>{problem}</Trouble>}
      <Button look="primary" disabled={!code || isSending} onClick={() => code && press(code)}>
        {isSending ? t("signingIn") : t("signMeIn")}
      </Button>
      {problem && <a href="/sign-in">{t("link.type")}</a>}
    </Explanation>
  );
}
