import { useTranslations } from "next-intl";
import type { TextField } from "#conversation/guide";

/** What is asked of whoever writes that a boundary was crossed. */
export function useCrossedFields(): readonly TextField[] {
  const t = useTranslations("agreements.crossed");
  return [
    { id: "happened", kind: "text", label: t("happened"), hint: t("happenedHint") },
    { id: "next", kind: "text", label: t("next") },
  ];
}
