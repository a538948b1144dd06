import { useConversation } from "./use-conversation";

/** Who is there: two; somebody alone; or somebody who tries both seats on one page, where nothing is kept. */
export type Setting = "two" | "alone" | "tried";

/** Some sentences speak of a partner, or of what is kept; they are not the same everywhere. */
export function useSetting(): Setting {
  const { state, isOneOfTwo } = useConversation();
  if (isOneOfTwo) return "tried";
  return state.roster.partners.length === 1 ? "alone" : "two";
}
