import { getTranslations } from "next-intl/server";
import type { ConversationOutline, SpaceOverview } from "#server/space-overview";
import { ConversationLines } from "./conversation-lines.server";
import styles from "./conversations.module.css";
import { otherName } from "./names.server";
import { isOpen } from "./where-we-stand";

/** What the page of a space shows of them; the others stand on a page of their own. */
const MOST = 20;

/** What two people have talked about: where the other is now, what goes on in one’s own time, and what is over. */
export async function Conversations({ overview }: { readonly overview: SpaceOverview }) {
  const t = await getTranslations("home.conversations");
  const { conversations, here, space } = overview;
  if (conversations.length === 0) return null;
  const other = await otherName(space);
  const isLive = (one: ConversationOutline) => isOpen(one) && here.has(one.id);
  const groups = [
    { name: "live", lines: conversations.filter(isLive) },
    { name: "ownTime", lines: conversations.filter((one) => isOpen(one) && !isLive(one)) },
    { name: "over", lines: conversations.filter((one) => !isOpen(one)) },
  ] as const;
  let room = MOST;
  return (
    <section className={styles.conversations} aria-labelledby="conversations">
      <h2 id="conversations">{t("title")}</h2>
      {groups.map(({ name, lines }) => {
        const shown = lines.slice(0, room);
        room -= shown.length;
        if (shown.length === 0) return null;
        return (
          <div key={name}>
            <h3>{t(name)}</h3>
            <ConversationLines outlines={shown} isHere={name === "live" ? t("isHere", { other }) : null} />
          </div>
        );
      })}
      {(overview.hasMore || conversations.length > MOST) && (
        <a className={styles.more} href={`/home/${space.id}/conversations`}>
          {t("all")}
        </a>
      )}
    </section>
  );
}
