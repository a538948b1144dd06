import { getLocale, getTranslations } from "next-intl/server";
import { statusOf } from "#conversation/state";
import { guideFor } from "#server/guide-for";
import type { ConversationOutline } from "#server/space-overview";
import { Day } from "../day.server";
import styles from "./conversations.module.css";
import { isOpen } from "./where-we-stand";

interface ConversationLinesProps {
  readonly outlines: readonly ConversationOutline[];
  /** Said of every one of them in the place of a day. */
  readonly isHere?: string | null;
}

/** A line for each conversation: what it is about, which guide it follows, and when. */
export async function ConversationLines({ outlines, isHere = null }: ConversationLinesProps) {
  const locale = await getLocale();
  return (
    <ul className={styles.lines}>
      {outlines.map((outline) => {
        const { title } = guideFor(outline.guide, locale);
        return (
          <li key={outline.id}>
            <a href={`/c/${outline.id}`}>
              <b>{outline.topic ?? title}</b>
              <small>
                {outline.topic && <span>{title}</span>}
                <span>{isHere ?? <When outline={outline} />}</span>
              </small>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

async function When({ outline }: { readonly outline: ConversationOutline }) {
  const t = await getTranslations("home.conversations");
  const day = { day: () => <Day at={outline.lastAt} /> };
  if (isOpen(outline)) return t.rich("last", day);
  return statusOf(outline.state) === "complete" ? t.rich("finished", day) : t.rich("rests", day);
}
