import fc from "fast-check";
import { expect, test } from "vitest";
import { PROPOSAL_SORTS } from "../agreements";
import { PARTNERS, type Partner } from "../seats";
import { AGREEMENT_WORDS, KeepingPlay, TODAY } from "../testing/keeping-play";
import { dayAfter } from "../testing/utc-calendar";
import { isStillMeant } from "./decide-keeping";
import { readsKeeping } from "./keeping-view";
import { CHANGES, type Keeping, type KeepingKind, type RecordedKeeping, SIGHTS } from "./keepings";
import { EMPTY_REGISTER, evolveRegister, registerOf } from "./register";

const KINDS: readonly KeepingKind[] = [
  "offer",
  "propose",
  "accept",
  "decline",
  "withdraw",
  "end",
  "crossed",
  "report",
  "see",
  "make-good",
  "reached",
  "how-was-it",
  "appreciate",
  "letter",
];

/** One try by one of the two: mostly something that could be open, and now and then anything. */
const turn = fc.record({
  seat: fc.constantFrom(...PARTNERS),
  kind: fc.constantFrom(...KINDS),
  sort: fc.constantFrom(...PROPOSAL_SORTS),
  change: fc.constantFrom(...CHANGES),
  sight: fc.constantFrom(...SIGHTS),
  kept: fc.boolean(),
  pick: fc.nat(40),
  back: fc.nat(12),
  days: fc.integer({ min: -3, max: 40 }),
  amends: fc.boolean(),
  elsewhere: fc.constantFrom("no", "no", "no", "no", "changed", "ended"),
});
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

function keepingOf(play: KeepingPlay, { kind, pick, back, amends, ...one }: Turn): Keeping {
  const all = [...play.agreements.values()];
  const { id: agreement = "none", version = 1 } = all[pick % Math.max(all.length, 1)] ?? {};
  const answers = Math.max(1, play.register.head - back);
  const day = dayAfter(TODAY, one.days);
  const instead = amends ? { amends: play.register.open[pick % 3]?.seq ?? answers } : {};
  switch (kind) {
    case "offer":
      return { kind, sort: one.sort, words: AGREEMENT_WORDS[one.sort], ...instead };
    case "propose": {
      const pause = one.change === "pause" ? { from: TODAY, until: day } : {};
      const sort = play.agreements.get(agreement)?.sort ?? "plan";
      const words = one.change === "change" ? { words: AGREEMENT_WORDS[sort] } : {};
      return { kind, agreement, version, change: one.change, ...pause, ...words, ...instead };
    }
    case "accept":
    case "decline":
    case "withdraw":
    case "make-good":
      return { kind, answers };
    case "see":
      return { kind, answers, sight: one.sight };
    case "end":
      return { kind, agreement };
    case "report":
      return { kind, agreement, version, day, kept: one.kept };
    case "crossed":
    case "reached":
    case "how-was-it":
      return { kind, agreement, version };
    case "appreciate":
    case "letter":
      return { kind };
  }
}

/** Plays it, and lets somebody look after each try. */
function played(turns: readonly Turn[], look: (play: KeepingPlay) => void = () => {}): KeepingPlay {
  const play = new KeepingPlay();
  for (const sort of ["boundary", "commitment", "milestone", "plan"] as const) play.holds(sort);
  for (const one of turns) {
    play.today = dayAfter(play.today, one.pick % 3);
    const [agreed] = [...play.agreements.values()].slice(one.pick % play.agreements.size);
    if (agreed && one.elsewhere === "changed") play.becomes(agreed.id, { version: agreed.version + 1 });
    if (agreed && one.elsewhere === "ended") play.becomes(agreed.id, { hasEnded: true });
    const keeping = keepingOf(play, one);
    const before = play.register;
    if (play.refusal(one.seat, keeping)) expect(play.register).toBe(before);
    else play.take(one.seat, keeping);
    look(play);
  }
  return play;
}

const turns = fc.array(turn, { maxLength: 80 });

test("[B1] numbers run from 1; replaying the list gives the same register; whatever it is given it never throws", () => {
  fc.assert(
    fc.property(turns, (list) => {
      const play = played(list);
      expect(play.log.map(({ seq }) => seq)).toEqual(play.log.map((_, index) => index + 1));
      const of = (id: string) => play.agreements.get(id)?.of;
      const replayed = registerOf(play.log, of);
      expect(replayed).toEqual(play.register);
      // In any order and to anything, too: it decides nothing.
      evolveRegister(replayed, play.log.toReversed(), () => undefined);
    }),
  );
});

test("[B4] there is never more than one proposal for an agreement", () => {
  fc.assert(
    fc.property(turns, (list) => {
      played(list, ({ register }) => {
        const about = register.open.flatMap((one) => (one.kind === "propose" ? [one.agreement] : []));
        expect(new Set(about).size).toBe(about.length);
      });
    }),
  );
});

test("[B6] what can be accepted no more stands in nobody’s way, and nothing else may be passed over", () => {
  fc.assert(
    fc.property(turns, (list) => {
      played(list, (play) => {
        for (const { id: agreement, version, hasEnded } of play.agreements.values()) {
          if (hasEnded) continue;
          const waiting = play.register.open.find(
            (one) => one.kind === "propose" && one.agreement === agreement,
          );
          const isMeant = waiting !== undefined && isStillMeant(play.place, waiting);
          const next = { kind: "propose", agreement, version, change: "end" } as const;
          expect(play.refusal("a", next) === null).toBe(!isMeant);
        }
      });
    }),
  );
});

test("[B1] a kind of a later release is counted, and changes nothing else", () => {
  const later = { kind: "whisper", seq: 1, seat: "a", at: "" } as unknown as RecordedKeeping;
  expect(registerOf([later], () => undefined)).toEqual({ ...EMPTY_REGISTER, head: 1 });
});

test("[B5] what was amended very often is found without an end to it", () => {
  const play = new KeepingPlay();
  const offer = { kind: "offer", sort: "plan", words: AGREEMENT_WORDS.plan } as const;
  const amended = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index + 1, index + 2]));
  play.take("a", offer);
  const [open] = play.register.open;
  if (!open) throw new Error("It waits.");
  play.register = { ...play.register, open: [{ ...open, seq: 20_001 }], amended };
  expect(play.refusal("b", { kind: "accept", answers: 1 })).toEqual({ kind: "stale", current: 20_001 });
});

test("[B5] nobody says yes or no to what they offered, and nobody takes back what the other did", () => {
  fc.assert(
    fc.property(turns, (list) => {
      played(list, (play) => {
        for (const { seq, by } of play.register.open) {
          const other: Partner = by === "a" ? "b" : "a";
          expect(play.refusal(by, { kind: "accept", answers: seq })).not.toBeNull();
          expect(play.refusal(by, { kind: "decline", answers: seq })).not.toBeNull();
          expect(play.refusal(other, { kind: "withdraw", answers: seq })).not.toBeNull();
          expect(play.refusal(other, { kind: "decline", answers: seq })).toBeNull();
        }
      });
    }),
  );
});

test("[B7] whatever has happened, either can end what holds", () => {
  fc.assert(
    fc.property(turns, (list) => {
      const play = played(list);
      for (const { id, hasEnded } of play.agreements.values())
        for (const seat of PARTNERS)
          expect(play.refusal(seat, { kind: "end", agreement: id }) === null).toBe(!hasEnded);
    }),
  );
});

test("[C2] there is one report for each day and person", () => {
  fc.assert(
    fc.property(turns, (list) => {
      played(list, ({ register }) => {
        const days = register.reports.map(({ by, agreement, day }) => `${by} ${agreement} ${day}`);
        expect(new Set(days).size).toBe(days.length);
      });
    }),
  );
});

test("[U1, U3] one’s own words are always read, and what one reads never becomes less", () => {
  fc.assert(
    fc.property(turns, (list) => {
      const read = new Set<string>();
      played(list, ({ register, log }) => {
        for (const keeping of log)
          for (const seat of PARTNERS) {
            const mark = `${seat} ${keeping.seq}`;
            const reads = readsKeeping(register, seat, keeping);
            if (keeping.seat === seat) expect(reads).toBe(true);
            if (read.has(mark)) expect(reads).toBe(true);
            if (reads) read.add(mark);
          }
      });
    }),
  );
});

test("[U2] how a plan was is read by the other when both have written, and not before", () => {
  const play = new KeepingPlay();
  const agreement = play.holds("plan");
  play.today = "2027-03-20";
  const outlook = { kind: "how-was-it", agreement, version: 1 } as const;
  const reads = (seat: Partner, seq: number) => {
    const keeping = play.log.find((one) => one.seq === seq);
    return keeping !== undefined && readsKeeping(play.register, seat, keeping);
  };
  const replaced = play.take("a", outlook);
  const mine = play.take("a", outlook);
  expect([reads("a", mine), reads("b", mine)]).toEqual([true, false]);
  const theirs = play.take("b", outlook);
  expect([reads("b", mine), reads("a", theirs)]).toEqual([true, true]);
  expect([reads("a", replaced), reads("b", replaced)]).toEqual([true, false]);
});

test("[U3] a kind that nobody has thought of is its author’s alone", () => {
  const strange = { kind: "whisper", seq: 1, seat: "a", at: "" } as unknown as Parameters<
    typeof readsKeeping
  >[2];
  expect(readsKeeping(EMPTY_REGISTER, "a", strange)).toBe(true);
  expect(readsKeeping(EMPTY_REGISTER, "b", strange)).toBe(false);
});
