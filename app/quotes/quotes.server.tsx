import { getLocale, getTranslations } from "next-intl/server";
import type { Seat } from "#conversation/seats";
import { guideFor } from "#server/guide-for";
import { fieldsIn, type Quote } from "#server/therapy/summaries/quotes";
import { Quoted } from "./quoted";
import styles from "./quoted.module.css";

interface QuotesProps {
  readonly quotes: readonly Quote[];
  nameOf(seat: Seat): string;
}

/** What a summary quotes, as whoever looks at it reads it now: what was taken back is said to be gone. */
export async function Quotes({ quotes, nameOf }: QuotesProps) {
  const t = await getTranslations("summaries");
  const locale = await getLocale();
  return quotes.map((quote) => {
    const { conversationId, seq, guide, seat, asked, words, isGone } = quote;
    const key = `${conversationId} ${seq}`;
    if (!guide || !seat || !words)
      return (
        <p key={key} className={styles.gone}>
          {t(isGone ? "quoteGone" : "quoteClosed")}
        </p>
      );
    return (
      <Quoted
        key={key}
        seat={seat}
        from={t("quote", { name: nameOf(seat), title: guideFor(guide, locale).title })}
        words={words}
        fields={fieldsIn(guide, asked, locale)}
      />
    );
  });
}
