import { useTranslations } from "next-intl";
import { sharedPace } from "#conversation/meetings";
import { otherPartner } from "#conversation/seats";
import { useNames } from "./names";
import { timeGone } from "./time-gone";
import { SetAsideWords, SuggestedWords } from "./time-words";
import { useConversation } from "./use-conversation";
import { useTimes } from "./use-times";

/**
 * What the two have said about when they go on, in one sentence: of a time before that of a pace. What the other has
 * suggested is not here but below the question, where it is answered.
 */
export function WhereItStands() {
  const names = useNames();
  const { suggestion, meeting } = useTimes();
  const gone = useGoneWords();
  const pace = usePaceWords();
  if (suggestion && names.isMe(suggestion.by)) return <SuggestedWords suggestion={suggestion} />;
  if (meeting) return <SetAsideWords meeting={meeting} />;
  return gone ?? pace;
}

/** How soon the other would like to go on, and both where they say the same; nothing of one's own wish alone. */
export function usePaceWords(): string | null {
  const t = useTranslations("conversation.goOn");
  const { other } = useNames();
  const { state, seat } = useConversation();
  const shared = sharedPace(state);
  if (shared) return t("both", { pace: shared });
  const theirs = seat === "t" ? undefined : state.pace[otherPartner(seat)];
  return theirs ? t("theirs", { name: other, pace: theirs }) : null;
}

/** What became of a time that is none any more. */
export function useGoneWords(): string | null {
  const t = useTranslations("conversation.goOn.gone");
  const names = useNames();
  const { entries, seat } = useConversation();
  const gone = timeGone(entries, seat);
  if (!gone) return null;
  return names.isMe(gone.by) ? t(`you.${gone.how}`) : t(`they.${gone.how}`, { name: names.of(gone.by) });
}
