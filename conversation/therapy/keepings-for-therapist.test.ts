import { describe, expect, test } from "vitest";
import type { Keeping, KeepingKind } from "../keeping/keepings";
import type { Partner } from "../seats";
import { AGREEMENT_WORDS, KeepingPlay, TODAY } from "../testing/keeping-play";
import { keepingsForTherapist, therapistReadsKeeping } from "./keepings-for-therapist";
import type { BothSharing, Sharing } from "./sharing";

const list = (lasting: boolean): Sharing => ({
  conversations: {},
  newest: null,
  later: true,
  lasting,
  answers: true,
  checkIns: true,
  record: true,
});
const both = (a: boolean, b: boolean): BothSharing => ({ a: list(a), b: list(b) });
const EVERYTHING = both(true, true);

/** One of each kind that two can keep, and the number of each. */
function everyKind() {
  const play = new KeepingPlay();
  const boundary = play.holds("boundary");
  const promise = play.holds("commitment");
  const milestone = play.holds("milestone");
  const plan = play.holds("plan", { words: { ...AGREEMENT_WORDS.plan, on: TODAY } });
  const take = (seat: Partner, keeping: Keeping) => play.take(seat, keeping);
  take("a", { kind: "offer", sort: "plan", words: AGREEMENT_WORDS.plan });
  const offered = take("a", { kind: "propose", agreement: boundary, version: 1, change: "keep" });
  take("b", { kind: "decline", answers: offered });
  const crossed = take("b", { kind: "crossed", agreement: boundary, version: 1 });
  take("a", { kind: "see", answers: crossed, sight: "differently" });
  const missed = take("a", { kind: "report", agreement: promise, version: 1, day: TODAY, kept: false });
  take("a", { kind: "make-good", answers: missed });
  take("a", { kind: "reached", agreement: milestone, version: 1 });
  take("a", { kind: "how-was-it", agreement: plan, version: 1 });
  take("b", { kind: "appreciate" });
  take("a", { kind: "letter" });
  return { play, plan };
}
const kinds = (all: readonly { readonly kind: KeepingKind }[]) => [...new Set(all.map(({ kind }) => kind))];
const read = ({ log, register }: KeepingPlay) =>
  kinds(log.filter((one) => therapistReadsKeeping(register, one)));

describe("what lasts, for a therapist", () => {
  test("[Y8] is nothing where not both lists name it", () => {
    const { log } = everyKind().play;
    for (const sharing of [null, both(true, false), both(false, true), both(false, false)])
      expect(keepingsForTherapist(sharing, log)).toEqual([]);
  });

  test("[Y8] is in its order, and of letters and appreciations not even that there are any", () => {
    const { log } = everyKind().play;
    const told = keepingsForTherapist(EVERYTHING, log);
    expect(told).toEqual(log.filter(({ kind }) => kind !== "letter" && kind !== "appreciate"));
    expect(told).toHaveLength(log.length - 2);
  });

  test("[Y8] has the words of what became of agreements, and of nothing that was only offered", () => {
    expect(read(everyKind().play)).toEqual(["crossed", "see", "make-good"]);
  });

  test("[Y8] has how a plan was, once each partner reads what the other wrote", () => {
    const { play, plan } = everyKind();
    expect(read(play)).not.toContain("how-was-it");
    play.take("b", { kind: "how-was-it", agreement: plan, version: 1 });
    expect(read(play)).toContain("how-was-it");
  });
});
