import { useTranslations } from "next-intl";
import type { TextField } from "#conversation/guide";

/** The questions of who makes a miss good. */
export function useGoodFields(): readonly TextField[] {
  const t = useTranslations("commitments.good");
  return [
    { id: "happened", kind: "text", label: t("happened") },
    { id: "now", kind: "text", label: t("now"), hint: t("nowHint") },
  ];
}
