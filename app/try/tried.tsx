"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Guide } from "#conversation/guide";
import type { Partner } from "#conversation/seats";
import { Steps } from "../c/[id]/steps";
import { ConversationContext, type OnPage } from "../c/[id]/use-conversation";
import { RingChoiceContext } from "../c/[id]/use-ring-choice";
import { Button, buttonClass } from "../ui/button";
import { BothSides } from "./both-sides";
import { makeTriedConversation } from "./tried-conversation";
import styles from "./try.module.css";

/** A conversation to be tried, as often as somebody likes. It is nowhere but in this window. */
export function Tried({ guide }: { readonly guide: Guide }) {
  const t = useTranslations("try");
  const begin = () => seatsOf(guide, { a: t("names.a"), b: t("names.b") });
  const ring = useState(true);
  const [{ seats, time }, setTried] = useState(() => ({ seats: begin(), time: 1 }));
  return (
    <>
      <div className={styles.bar}>
        <b>{guide.title}</b>
        <ConversationContext value={seats.a}>
          <Steps />
        </ConversationContext>
        <span className={styles.ways}>
          <Button onClick={() => setTried({ seats: begin(), time: time + 1 })}>{t("startOver")}</Button>
          <a href="/new" className={buttonClass("plain")}>
            {t("startReal")}
          </a>
        </span>
      </div>
      <RingChoiceContext value={ring}>
        <BothSides key={time} seats={seats} />
      </RingChoiceContext>
    </>
  );
}

/** Nothing is suggested at the end: what could come next goes on with two people, and here are none. */
function seatsOf(guide: Guide, names: Readonly<Record<Partner, string>>): Readonly<Record<Partner, OnPage>> {
  const { a, b } = makeTriedConversation(guide, names);
  const onPage = { suggestion: null, isOneOfTwo: true };
  return { a: { ...onPage, live: a }, b: { ...onPage, live: b } };
}
