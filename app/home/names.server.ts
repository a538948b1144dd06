import { getTranslations } from "next-intl/server";
import type { OwnSpace } from "#db/spaces";

/** What the other is called, at the beginning of a sentence. */
export async function otherName({ other }: OwnSpace): Promise<string> {
  const t = await getTranslations("home");
  return other ?? t("partner");
}

/** “Mara and Jon”; while nobody sits beside one, or whoever sat there has taken their name along, one’s own alone. */
export async function coupleName({ seat, name, other }: OwnSpace): Promise<string> {
  const t = await getTranslations("home");
  if (!other) return name;
  const [first, second] = seat === "a" ? [name, other] : [other, name];
  return t("couple", { first, second });
}
