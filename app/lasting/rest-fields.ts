import { useTranslations } from "next-intl";
import type { DateField } from "#conversation/guide";

/** The questions of a rest from a commitment: its first and its last day. */
export function useRestFields(): readonly DateField[] {
  const t = useTranslations("lasting.rest");
  return [
    { id: "from", kind: "date", precision: "day", label: t("from") },
    { id: "until", kind: "date", precision: "day", label: t("until") },
  ];
}
