import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import { Texts } from "../server/texts";
import { buttonClass } from "../ui/button";
import { BringAlong } from "./bring-along.server";
import { Called } from "./called.server";
import { InviteForm } from "./invite-form";
import styles from "./no-space.module.css";
import { StayKnown } from "./stay-known.server";

/** For somebody who shares nothing yet: two ways to begin. */
export async function NoSpace({ asking }: { readonly asking: Asking }) {
  const t = await getTranslations("home.empty");
  return (
    <div className={styles.empty}>
      <h1>{t("title")}</h1>
      <p className={styles.lead}>{t("text")}</p>
      <BringAlong asking={asking} />
      {asking.name === "" && <Called />}
      <section className={styles.way}>
        <p>{t("startHint")}</p>
        <a className={buttonClass("primary")} href="/new">
          {t("start")}
        </a>
      </section>
      {asking.name !== "" && (
        <section className={styles.way} aria-labelledby="invite-first">
          <h2 id="invite-first">{t("invite")}</h2>
          <p>{t("inviteHint")}</p>
          <Texts of={["people", "refusal", "fault"]}>
            <InviteForm spaceId={null} />
          </Texts>
        </section>
      )}
      <StayKnown asking={asking} />
    </div>
  );
}
