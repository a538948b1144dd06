"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TwoPresses } from "../../../two-presses/two-presses";

/** Takes one’s yes back, with two presses and no reason. */
export function Withdraw({ engagementId, name }: { readonly engagementId: string; readonly name: string }) {
  const t = useTranslations("therapist.withdraw");
  const router = useRouter();
  return (
    <TwoPresses
      says={{ go: t("go"), sure: t("sure"), confirm: t("confirm"), stay: t("stay") }}
      path={`/api/engagements/${engagementId}/withdraw`}
      then={router.refresh}
      stays
    >
      {t("text", { name })}
    </TwoPresses>
  );
}
