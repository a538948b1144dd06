import { useTranslations } from "next-intl";
import type { AnyRefusal } from "#wire/refusals";

/** The words for a refusal, from the one list there is. A kind without words does not compile. */
export function useRefusalText(): (refusal: AnyRefusal) => string {
  const t = useTranslations("refusal");
  return (refusal) =>
    refusal.kind === "too-long" ? t("too-long", { limit: refusal.limit }) : t(refusal.kind);
}
