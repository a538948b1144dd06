import type { ReadingLocale } from "./locale-of";
import { type LetterPart, letterPage } from "./mail-page";
import { textsIn, writtenLocale } from "./texts";

/**
 * What is written to people. Somebody else may read their mail, or see it come in: no letter names this place or says
 * what it is for, no subject has a code in it, and all have the same (safety.md §1.3).
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
  | { readonly kind: "way-in-added" }
  /** That something waits. It never says what, nor from whom. */
  | {
      readonly kind: "notice";
      /** Where it waits. */
      readonly link: string;
      /** The page whose button stops all notices. */
      readonly stopLink: string;
      /** What a mail program calls to stop them, without opening any page (RFC 8058). */
      readonly oneClick: string;
    }
  /** A time that was agreed on, to whoever asked for it: an iCalendar file. */
  | { readonly kind: "meeting"; readonly calendar: string };

/** A letter in words: twice the same, as a text and as a page. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Puts a letter into words. */
export async function writeLetter(letter: Letter, reading: ReadingLocale): Promise<WrittenLetter> {
  const t = await textsIn(reading, "mail");
  const subject = t("subject");
  const parts = partsOf(bodyOf(letter, t), linksIn(letter));
  const text = `${parts.map((part) => (typeof part === "string" ? part : part.link)).join("\n\n")}\n`;
  return { subject, text, html: await letterPage({ subject, parts }, writtenLocale(reading)) };
}

type Texts = Awaited<ReturnType<typeof textsIn<"mail">>>;

function bodyOf(letter: Letter, t: Texts): string {
  switch (letter.kind) {
    case "sign-in":
      return t("signIn", { code: letter.code, link: letter.link });
    case "old-address":
      return t("oldAddress", { code: letter.code });
    case "new-address":
      return t("newAddress", { code: letter.code });
    case "address-changed":
      return t("addressChanged");
    case "way-in-added":
      return t("wayInAdded");
    case "notice":
      return t("notice", { link: letter.link, stopLink: letter.stopLink });
    case "meeting":
      return t("meeting");
  }
}

function linksIn(letter: Letter): readonly string[] {
  if (letter.kind === "sign-in") return [letter.link];
  return letter.kind === "notice" ? [letter.link, letter.stopLink] : [];
}

/** Paragraphs have an empty line between them, and a link has a paragraph of its own. */
function partsOf(body: string, links: readonly string[]): readonly LetterPart[] {
  return body
    .trim()
    .split("\n\n")
    .map((paragraph) => (links.includes(paragraph) ? { link: paragraph } : paragraph));
}
