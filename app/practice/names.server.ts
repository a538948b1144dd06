import { getTranslations } from "next-intl/server";
import type { Partner } from "#conversation/seats";
import type { CoupleSeen } from "#server/therapy/couple-seen";

/** What a couple is called: by both names where both are known, by one where it is one. */
export async function coupleName({ partners }: CoupleSeen): Promise<string> {
  const t = await getTranslations("practice.couple");
  const [first, second] = partners.flatMap(({ name }) => name ?? []);
  if (first && second) return t("both", { first, second });
  return first ?? t("nobody");
}

/** What each of the two is called in a sentence. */
export async function nameIn({ partners }: CoupleSeen): Promise<(seat: Partner) => string> {
  const t = await getTranslations("practice.couple");
  const someone = t("someone");
  return (seat) => partners.find((one) => one.seat === seat)?.name ?? someone;
}
