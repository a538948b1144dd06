"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TwoPresses } from "../../two-presses/two-presses";

/** Removes a check-in for good, in two presses. */
export function RemoveForm({ checkInId }: { readonly checkInId: string }) {
  const t = useTranslations("checkIns.remove");
  const router = useRouter();
  return (
    <TwoPresses
      says={{ go: t("go"), sure: t("sure"), confirm: t("confirm"), stay: t("stay") }}
      look="plain"
      path={`/api/check-ins/${checkInId}/remove`}
      then={() => router.replace("/check-ins")}
    >
      {t("text")}
    </TwoPresses>
  );
}
