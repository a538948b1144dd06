import type { Meeting, Suggestion } from "#conversation/meetings";
import { useConversation } from "./use-conversation";
import { useHasCome } from "./use-has-come";

/** The times to talk that are still to come. One that has passed asks nothing of anybody (P6), and is not shown. */
export function useTimes(): { readonly suggestion: Suggestion | null; readonly meeting: Meeting | null } {
  const { state } = useConversation();
  return { suggestion: useToCome(state.suggestion), meeting: useToCome(state.meeting) };
}

function useToCome<Time extends { readonly at: string }>(time: Time | null): Time | null {
  const { live } = useConversation();
  return useHasCome(time?.at ?? null, live.serverNow) ? null : time;
}
