import { useTranslations } from "next-intl";
import type { MoveKind } from "#conversation/moves";
import type { AnyRefusal } from "#wire/refusals";

/** What somebody tried who answered their own offer: it is for the other to say yes or no. */
const ANSWERS_TO_OFFERS: readonly (MoveKind | undefined)[] = ["accept", "decline"];

/**
 * The words for a refusal, from the one list there is. A kind without words does not compile. Where it was a move that
 * was refused, `move` is its kind.
 */
export function useRefusalText(): (refusal: AnyRefusal, move?: MoveKind) => string {
  const t = useTranslations("refusal");
  return (refusal, move) => {
    if (refusal.kind === "code-wrong") return t("code-wrong", { left: refusal.left });
    if (refusal.kind === "too-long") return t("too-long", { limit: refusal.limit });
    if (refusal.kind === "too-large") return t("too-large", { kilobytes: Math.floor(refusal.limit / 1_000) });
    if (refusal.kind === "too-many") return t("too-many", { limit: refusal.limit });
    if (refusal.kind === "bad-date") return t(`bad-date.${refusal.why}`);
    if (refusal.kind === "bad-repeat") return t(`bad-repeat.${refusal.why}`);
    if (refusal.kind === "not-your-turn" && ANSWERS_TO_OFFERS.includes(move)) return t("own-offer");
    return t(refusal.kind);
  };
}
