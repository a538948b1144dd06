import { fieldsIn } from "../therapy/summaries/quotes";
import type { SpaceRecord } from "./person-record";
import { nameOf } from "./record-conversation";
import type { RecordTexts } from "./record-texts";
import { RecordWords } from "./record-words";

type SummaryRecord = SpaceRecord["summaries"][number];

interface SummaryProps {
  readonly summary: SummaryRecord;
  readonly space: SpaceRecord;
  readonly texts: RecordTexts;
}

/** A summary that a therapist has shared with both, with what it quotes. */
export function RecordSummary({ summary, space, texts }: SummaryProps) {
  const { t, when } = texts;
  const { at, withdrawnAt, text, quotes } = summary;
  const by = summary.by || t("therapist");
  if (withdrawnAt) return <p className="note">{t("summaryGone", { name: by, when: when(withdrawnAt) })}</p>;
  return (
    <article>
      <h4>{t("summary", { name: by })}</h4>
      <time dateTime={at}>{when(at)}</time>
      {text === null ? <p className="note">{t("unreadable")}</p> : <blockquote>{text}</blockquote>}
      {quotes.map((quote) => (
        <RecordQuote key={`${quote.conversationId} ${quote.seq}`} quote={quote} space={space} texts={texts} />
      ))}
    </article>
  );
}

interface QuoteProps extends Omit<SummaryProps, "summary"> {
  readonly quote: SummaryRecord["quotes"][number];
}

function RecordQuote({ quote, space, texts }: QuoteProps) {
  const { t, when, locale } = texts;
  const { conversationId, seat, at, asked, words, takenBack } = quote;
  const guide = space.conversations.find(({ id }) => id === conversationId)?.guide;
  if (!guide || !seat || !at || !words)
    return <p className="note">{t(takenBack ? "quoteGone" : "quoteHidden")}</p>;
  return (
    <>
      <p className="note">
        {t("quote", { name: nameOf(space.seats, seat, texts), title: guide.title })}, {when(at)}
      </p>
      <RecordWords words={words} fields={fieldsIn(guide, asked, locale)} texts={texts} />
    </>
  );
}
