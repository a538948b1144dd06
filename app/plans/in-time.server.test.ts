import { describe, expect, test } from "vitest";
import { plan, seenBy } from "../lasting/testing/seen";
import { milestonesIn, plansInTime } from "./in-time.server";

// Seen on 23 November 2026, by seat `a`.

const wrote = (seat: "a" | "b", agreement: string) =>
  ({ kind: "how-was-it", agreement, version: 1, seat }) as const;
const said = (seat: "a" | "b", agreement: string) =>
  ({ kind: "reached", agreement, version: 1, seat }) as const;
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

describe("plans", () => {
  test("lie around today: those to come by their days, those just over the last one first, older ones behind", () => {
    const all = ["2026-12-24", "2026-11-23", "2026-11-22", "2026-11-20", "2026-10-20"].map((on) =>
      plan(on, on),
    );
    const { coming, lookBack, past } = plansInTime(seenBy(all));
    expect(ids(coming)).toEqual(["2026-11-23", "2026-12-24"]);
    expect(ids(lookBack)).toEqual(["2026-11-22", "2026-11-20"]);
    expect(ids(past)).toEqual(["2026-10-20"]);
  });

  test("one that cannot be read comes last of those to come; one that ended is nowhere", () => {
    const all = [
      { id: "dark", sort: "plan", words: null } as const,
      plan("walk", "2026-11-30"),
      { ...plan("off", "2026-11-29"), hasEnded: true },
    ];
    const { coming, lookBack, past } = plansInTime(seenBy(all));
    expect(ids(coming)).toEqual(["walk", "dark"]);
    expect([...lookBack, ...past]).toEqual([]);
  });

  test("whether the other has written is not to be seen before one has written oneself, nor after", () => {
    const one = [plan("walk", "2026-11-22")];
    const nobody = plansInTime(seenBy(one));
    const theOther = plansInTime(seenBy(one, [wrote("b", "walk")]));
    expect(theOther).toEqual(nobody);
    const [mine] = plansInTime(seenBy(one, [wrote("a", "walk")])).lookBack;
    expect(mine?.outlook).toMatchObject({ mayWrite: true, mine: { seq: 1 }, theirs: null });
  });

  test("when both have written, both lines are there, and it is behind", () => {
    const kept = [wrote("b", "walk"), wrote("a", "walk")];
    const { lookBack, past } = plansInTime(seenBy([plan("walk", "2026-11-22")], kept));
    expect(lookBack).toEqual([]);
    expect(past[0]?.outlook).toMatchObject({ mayWrite: false, mine: { seq: 2 }, theirs: { seq: 1 } });
  });

  test("what both have written stays to be read when a plan ends", () => {
    const kept = [wrote("b", "walk"), wrote("a", "walk")];
    const { past } = plansInTime(seenBy([{ ...plan("walk", "2026-11-22"), hasEnded: true }], kept));
    expect(past[0]?.outlook.theirs).toMatchObject({ seq: 1 });
  });

  test("on its day one may write already; before it, not", () => {
    const { coming } = plansInTime(seenBy([plan("today", "2026-11-23"), plan("later", "2026-11-24")]));
    expect(coming.map(({ outlook }) => outlook.mayWrite)).toEqual([true, false]);
  });
});

describe("small steps", () => {
  const step = (id: string, month: string) =>
    ({ id, sort: "milestone", words: { what: id, month } }) as const;
  const steps = [step("later", "2027-03"), step("sooner", "2026-12")];

  test("are ahead by their months until both have said so", () => {
    const { ahead, reached } = milestonesIn(seenBy(steps, [said("b", "sooner")]));
    expect(ids(ahead)).toEqual(["sooner", "later"]);
    expect(reached).toEqual([]);
    expect(ahead[0]).toMatchObject({ mayReach: true, saidByMe: false, saidByOther: true });
  });

  test("are reached when the second of the two says so", () => {
    const kept = [said("a", "later"), said("b", "later")];
    const { ahead, reached } = milestonesIn(seenBy(steps, kept));
    expect(ids(ahead)).toEqual(["sooner"]);
    expect(reached).toMatchObject([
      { id: "later", mayReach: false, reachedAt: new Date("2026-11-20T11:00:00.000Z") },
    ]);
  });
});
