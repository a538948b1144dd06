"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TwoPresses } from "../../../two-presses/two-presses";

interface TakeBackProps {
  readonly engagementId: string;
  readonly id: string;
}

/** Takes a summary back, in two presses. */
export function TakeBack({ engagementId, id }: TakeBackProps) {
  const t = useTranslations("summaries.retract");
  const router = useRouter();
  return (
    <TwoPresses
      says={{ go: t("go"), sure: t("sure"), confirm: t("confirm"), stay: t("stay") }}
      path={`/api/engagements/${engagementId}/summaries/${id}/withdraw`}
      then={router.refresh}
      stays
    >
      {t("text")}
    </TwoPresses>
  );
}
