import type { ReadingLocale } from "./locale-of";
import { textsIn } from "./texts";

/**
 * What is written to people. Somebody else may read their mail, or see it come in: no letter names this place or says
 * what it is for, and no subject has a code in it (safety.md §1.3).
 */
export type Letter =
  | { readonly kind: "sign-in"; readonly code: string; readonly link: string }
  /** To an address that is to be replaced. */
  | { readonly kind: "old-address"; readonly code: string }
  /** To the address that replaces it. */
  | { readonly kind: "new-address"; readonly code: string }
  /** To an address that was replaced. */
  | { readonly kind: "address-changed" }
  /** To the address of somebody who can sign in with a passkey more than before. */
  | { readonly kind: "way-in-added" };

/** Puts a letter into words. */
export async function writeLetter(
  letter: Letter,
  locale: ReadingLocale,
): Promise<{ readonly subject: string; readonly text: string }> {
  const t = await textsIn(locale, "mail");
  switch (letter.kind) {
    case "sign-in":
      return { subject: t("subject"), text: t("signIn", { code: letter.code, link: letter.link }) };
    case "old-address":
      return { subject: t("subject"), text: t("oldAddress", { code: letter.code }) };
    case "new-address":
      return { subject: t("subject"), text: t("newAddress", { code: letter.code }) };
    case "address-changed":
      return { subject: t("subject"), text: t("addressChanged") };
    case "way-in-added":
      return { subject: t("subject"), text: t("wayInAdded") };
  }
}
