import type { Asking } from "#db/sign-ins";
import type { LastingView } from "../lasting/lasting-view";
import type { Limits } from "../limits";
import type { ReadingLocale } from "../locale-of";
import type { Outcome, Requester } from "../requester";
import { findFingerprint } from "./find-fingerprint";
import { readFingerprint } from "./fingerprint";
import type { Paper, PaperLine } from "./paper";
import { paperTexts } from "./paper-texts";
import type { Standing } from "./standings";
import type { Typeset } from "./typeset";
import { type PaperWish, wordingLines, writePaper } from "./write-paper";

/** The agreements of two people on paper, for one of the two. */
export interface Papers {
  /** Null for a stranger, an unknown space and an agreement that is none of theirs, all alike. */
  paper(reader: PaperReader, spaceId: string, wish: PaperWish): Promise<Paper | null>;
  /** The same as a PDF. Refuses too many. */
  fileFor(
    requester: Requester,
    spaceId: string,
    wish: PaperWish & { readonly locale?: ReadingLocale },
  ): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  /** What the fingerprint is of that somebody has typed. Null for a stranger and an unknown space. */
  prove(reader: PaperReader, spaceId: string, typed: string): Promise<Proof | null>;
}

export interface PaperReader {
  readonly asking: Asking;
  readonly locale: ReadingLocale;
}

/** What a fingerprint turned out to be; days in words. */
export type Proof =
  | { readonly kind: "unreadable" }
  | { readonly kind: "none" }
  | {
      readonly kind: "agreement";
      readonly lines: readonly PaperLine[];
      readonly agreedOn: string;
      /** Null where it holds today. */
      readonly heldUntil: string | null;
    }
  | {
      readonly kind: "register";
      readonly spans: readonly { readonly from: string; readonly until: string | null }[];
    };

interface PaperDesk {
  readonly typeset: Typeset;
  readonly limits: Pick<Limits, "papersPerPerson">;
  read(asking: Asking, spaceId: string): Promise<LastingView | null>;
  now(): Date;
}

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** To be made in the server's own module graph, where papers have their words. */
export function makePapers({ limits, typeset, read, now }: PaperDesk): Papers {
  const paper: Papers["paper"] = async ({ asking, locale }, spaceId, wish) => {
    const view = await read(asking, spaceId);
    return view && writePaper(view, wish, await paperTexts(locale, view.zone), now());
  };
  return {
    paper,
    async fileFor({ asking, locale }, spaceId, wish) {
      const written = asking && (await paper({ asking, locale: wish.locale ?? locale }, spaceId, wish));
      if (!written) return NOT_FOUND;
      const retryAfterMs = await limits.papersPerPerson.take(asking.personId);
      if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
      return { ok: true, answer: await typeset(written) };
    },
    async prove({ asking, locale }, spaceId, typed) {
      const view = await read(asking, spaceId);
      return view && proofOf(view, typed, locale);
    },
  };
}

async function proofOf(view: LastingView, typed: string, locale: ReadingLocale): Promise<Proof> {
  const print = readFingerprint(typed);
  if (print === null) return { kind: "unreadable" };
  const found = findFingerprint(view.agreements, print);
  if (!found) return { kind: "none" };
  const texts = await paperTexts(locale, view.zone);
  const dayOrNull = (at: Date | null) => at && texts.dayOf(at);
  if (found.kind === "register") {
    const toSpan = ({ from, until }: Standing) => ({ from: texts.dayOf(from), until: dayOrNull(until) });
    return { kind: "register", spans: found.standings.map(toSpan) };
  }
  const { agreement, wording, heldUntil } = found;
  return {
    kind: "agreement",
    lines: wordingLines(view.space, agreement, wording, texts) ?? [],
    agreedOn: texts.dayOf(wording.acceptedAt),
    heldUntil: dayOrNull(heldUntil),
  };
}
