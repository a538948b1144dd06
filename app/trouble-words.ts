import { useTranslations } from "next-intl";
import { useRefusalText } from "./refusal-text";
import type { Sent } from "./send";

/** What became of a request that got no answer. */
export type Unanswered = Exclude<Sent<unknown>, { readonly kind: "answer" }>;

/** Says what went wrong and that nothing is lost. Uses the messages of `refusal` and `fault`. */
export function useTroubleWords(): (unanswered: Unanswered) => string {
  const refusal = useRefusalText();
  const fault = useTranslations("fault");
  return (unanswered) => {
    if (unanswered.kind === "offline") return fault("notReached");
    if (unanswered.kind === "fault") return fault("notDone", { id: unanswered.fault });
    return refusal(unanswered.refusal);
  };
}

/** The field that the server could not accept; null when it was none in particular. */
export function fieldAtFault(unanswered: Unanswered): string | null {
  if (unanswered.kind !== "refused" || unanswered.refusal.kind !== "bad-request") return null;
  return unanswered.refusal.issues[0]?.split(":")[0] ?? null;
}
