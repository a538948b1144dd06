"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ProposalSort } from "#conversation/agreements";
import type { Field } from "#conversation/guide";
import { KeepingForm } from "./keeping-form";

interface OfferFormProps {
  readonly spaceId: string;
  readonly sort: ProposalSort;
  /** Its questions, in the language of whoever writes. */
  readonly fields: readonly Field[];
  /** The page to go to when it was offered. */
  readonly to: string;
}

/** The questions of something new that the other can say yes to. */
export function OfferForm({ spaceId, sort, fields, to }: OfferFormProps) {
  const t = useTranslations("lasting");
  const router = useRouter();
  return (
    <KeepingForm
      spaceId={spaceId}
      fields={fields}
      button={t("offer")}
      care={careFor(sort)}
      keeping={(words) => ({ kind: "offer", sort, words })}
      onTaken={() => router.push(to)}
    >
      <a href={to}>{t("notNow")}</a>
    </KeepingForm>
  );
}

/** What somebody who words an agreement of this sort is gently pointed to. */
export function careFor(sort: ProposalSort): "boundary" | "plain" {
  return sort === "boundary" ? "boundary" : "plain";
}
