import { getTranslations } from "next-intl/server";
import { hasStalled } from "#conversation/therapy/stalled";
import { evenground } from "#server/evenground";
import type { OneEngagement, Shared } from "#server/therapy/one-engagement";
import { ConversationLine } from "../conversation-line.server";
import { nameIn } from "../names.server";
import styles from "../practice.module.css";
import { AgreementLine } from "./agreement-line.server";
import { SharedLines } from "./shared-lines.server";

interface SharedProps {
  readonly couple: OneEngagement;
  readonly shared: Shared;
}

/** What both share: conversations, what was agreed and what became of it, and the check-ins of whoever shares theirs. */
export async function WhatIsShared({ couple, shared }: SharedProps) {
  const t = await getTranslations("practice.one");
  const nameOf = await nameIn(couple);
  const now = evenground().now().getTime();
  return (
    <>
      <section className={styles.section} aria-labelledby="conversations">
        <h2 id="conversations">{t("conversations")}</h2>
        {shared.conversations.length === 0 && <p className={styles.soft}>{t("noConversations")}</p>}
        <ul className={styles.lines}>
          {shared.conversations.map((one) => (
            <ConversationLine
              key={one.id}
              couple={couple}
              conversation={one}
              hasStalled={hasStalled(one.state, one.lastAt.getTime(), now)}
            />
          ))}
        </ul>
      </section>
      <Agreed couple={couple} shared={shared} />
      {shared.checkIns.map(({ seat, checkIns }) => (
        <SharedLines key={seat} seat={seat} name={nameOf(seat)} checkIns={checkIns} />
      ))}
    </>
  );
}

async function Agreed({ couple, shared: { lasting } }: SharedProps) {
  const t = await getTranslations("practice.one");
  const agreements = lasting?.agreements ?? [];
  // What holds comes before what has ended.
  const inOrder = [
    ...agreements.filter(({ endedAt }) => endedAt === null),
    ...agreements.filter(({ endedAt }) => endedAt !== null),
  ];
  return (
    <section className={styles.section} aria-labelledby="agreed">
      <h2 id="agreed">{t("lasting")}</h2>
      {!lasting && <p className={styles.soft}>{t("lastingClosed")}</p>}
      {lasting && inOrder.length === 0 && <p className={styles.soft}>{t("noLasting")}</p>}
      {lasting && (
        <ul className={styles.lines}>
          {inOrder.map((one) => (
            <AgreementLine key={one.id} couple={couple} lasting={lasting} agreement={one} />
          ))}
        </ul>
      )}
    </section>
  );
}
