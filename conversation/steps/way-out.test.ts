import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DialogueStep } from "../guide";
import type { Verdict } from "../moves";
import { otherPartner } from "../seats";
import { floorOf } from "../state";
import { LONG } from "../testing/always";
import { pairGuide, reading, talking } from "../testing/guides";
import { type Play, play, sayReflectCheck } from "../testing/play";

const SAY = { kind: "say" } as const;
const PASS = { kind: "pass-floor" } as const;
const HEARD = { kind: "heard" } as const;
const SUMMARY = { summary: true } as const;
const VALIDATE = { validate: true } as const;
const EMPATHISE = { empathise: true } as const;
const FULL = { ...SUMMARY, ...VALIDATE, ...EMPATHISE };

const dialogue = (options: Partial<DialogueStep>) => play(pairGuide(talking(options), reading()));
const check = (answers: number, verdict: Verdict = "yes") => ({ kind: "check", answers, verdict }) as const;
const reflect = (answers: number) => ({ kind: "reflect", answers }) as const;
const validate = (answers: number) => ({ kind: "validate", answers }) as const;
const empathise = (answers: number) => ({ kind: "empathise", answers }) as const;

/** a has said one thing with number 1, which was said back and right, and gives the floor away with number 4. */
function leaving(options: Partial<DialogueStep>, word: typeof PASS | typeof HEARD = HEARD): Play {
  const talk = dialogue(options);
  sayReflectCheck(talk, "a");
  talk.a(word);
  return talk;
}

/** Of a turn in which one thing was said: the other does what the way out asks for, and it is right at once. */
function wayOut(talk: Play, { summary, validate: sense, empathise: guess }: Partial<DialogueStep>): void {
  const said = talk.log.findLast(({ kind }) => kind === "say");
  if (!said || said.seat === "t") throw new Error("nobody has said anything");
  const [speaker, other] = [said.seat, otherPartner(said.seat)];
  if (summary) talk.take(speaker, check(talk.take(other, reflect(said.seq))));
  if (sense) talk.take(other, validate(said.seq));
  if (guess) talk.take(speaker, check(talk.take(other, empathise(said.seq))));
}

describe("the whole turn is said back", () => {
  test.each([PASS, HEARD])("[D7] $kind first asks the other for it, naming the turn's first say", (word) => {
    const talk = dialogue(SUMMARY);
    sayReflectCheck(talk, "a");
    sayReflectCheck(talk, "a");
    talk.a(word);
    expect(floorOf(talk.state)).toBe("a");
    expect(talk.openInStep("b")).toEqual([reflect(1)]);
    expect(talk.openInStep("a")).toEqual([]);
  });

  test("[D7, G4] a reflection of another say of the turn is stale and learns the first", () => {
    const talk = dialogue(SUMMARY);
    sayReflectCheck(talk, "a");
    sayReflectCheck(talk, "a");
    talk.a(PASS);
    expect(talk.refusal("b", reflect(4))).toEqual({ kind: "stale", current: 1 });
    expect(talk.refusal("a", reflect(1))).toEqual({ kind: "not-your-turn" });
  });

  test("[D7] it is checked, and with a yes the floor passes", () => {
    const talk = leaving(SUMMARY);
    const summary = talk.b(reflect(1));
    expect(talk.openInStep("a")).toEqual([{ kind: "check", answers: summary }]);
    expect(talk.openInStep("b")).toEqual([]);
    talk.a(check(summary));
    expect(floorOf(talk.state)).toBe("b");
    expect(talk.openInStep("b")).toEqual([SAY]);
  });

  test.each(["partly", "no"] as const)(
    "[D7, D4] a check that is %s sends it back to the other",
    (verdict) => {
      const talk = leaving(SUMMARY);
      talk.a(check(talk.b(reflect(1)), verdict));
      expect(floorOf(talk.state)).toBe("a");
      expect(talk.openInStep("b")).toEqual([reflect(1)]);
      expect(talk.openInStep("a")).toEqual([]);
    },
  );

  test("[D7] the next turn's summary names that turn's first say", () => {
    const talk = leaving(SUMMARY);
    wayOut(talk, SUMMARY);
    const said = talk.b(SAY);
    talk.b(check(talk.a(reflect(said))));
    sayReflectCheck(talk, "b");
    talk.b(HEARD);
    expect(talk.openInStep("a")).toEqual([reflect(said)]);
  });

  test("[D7, D5] where the first was said anew, that is the turn's first say", () => {
    const talk = dialogue(SUMMARY);
    talk.a(SAY);
    for (const _time of [1, 2, 3]) talk.a(check(talk.b(reflect(1)), "no"));
    const anew = talk.a(SAY);
    talk.a(check(talk.b(reflect(anew))));
    talk.a(PASS);
    expect(talk.openInStep("b")).toEqual([reflect(anew)]);
  });

  test("[D7, D5] where a later one was said anew, the first is still the first", () => {
    const talk = dialogue(SUMMARY);
    sayReflectCheck(talk, "a");
    const second = talk.a(SAY);
    for (const _time of [1, 2, 3]) talk.a(check(talk.b(reflect(second)), "partly"));
    talk.a(check(talk.b(reflect(talk.a(SAY)))));
    talk.a(PASS);
    expect(talk.openInStep("b")).toEqual([reflect(1)]);
  });

  test.each([SUMMARY, VALIDATE, EMPATHISE, FULL])(
    "[D7, D10] a turn in which nothing was said is given back at once: %j",
    (options) => {
      const talk = leaving(options);
      wayOut(talk, options);
      sayReflectCheck(talk, "b");
      talk.b(PASS);
      wayOut(talk, options);
      expect(talk.openInStep("a")).toEqual([SAY, PASS]);
      talk.a(PASS);
      expect(floorOf(talk.state)).toBe("b");
      expect(talk.openInStep("b")).toEqual([SAY]);
    },
  );
});

describe("when the whole turn does not arrive", () => {
  /** The other says the turn back three times, and it never was quite it. */
  function missed(word: typeof PASS | typeof HEARD, options: Partial<DialogueStep> = SUMMARY): Play {
    const talk = leaving(options, word);
    for (const verdict of ["no", "partly", "no"] as const) talk.a(check(talk.b(reflect(1)), verdict));
    return talk;
  }

  test("[D5, D7] after three that were not yes the speaker may also say it anew", () => {
    const talk = missed(PASS);
    expect(talk.openInStep("a")).toEqual([SAY]);
    expect(talk.openInStep("b")).toEqual([reflect(1)]);
  });

  test("[D5, D7] after two not yet", () => {
    const talk = leaving(SUMMARY);
    for (const _time of [1, 2]) talk.a(check(talk.b(reflect(1)), "no"));
    expect(talk.openInStep("a")).toEqual([]);
  });

  test("[D5, D7] what is said anew takes the place of the turn, and counting begins again", () => {
    const talk = missed(PASS);
    const anew = talk.a(SAY);
    expect(talk.state.steps[0]?.progress).toMatchObject({ first: anew, leaving: null });
    expect(talk.refusal("b", reflect(1))).toEqual({ kind: "stale", current: anew });
    for (const _time of [1, 2]) talk.a(check(talk.b(reflect(anew)), "no"));
    expect(talk.openInStep("a")).toEqual([]);
  });

  test.each([PASS, HEARD])("[D5, D7] said back and right, the floor is still the speaker's: %j", (word) => {
    const talk = missed(word);
    const anew = talk.a(SAY);
    talk.a(check(talk.b(reflect(anew))));
    expect(floorOf(talk.state)).toBe("a");
    expect(talk.openInStep("a")).toEqual([SAY, PASS, HEARD]);
    talk.a(PASS);
    expect(talk.openInStep("b")).toEqual([reflect(anew)]);
  });

  test("[D5, D10] whoever said I was heard and says it anew has not been heard by that", () => {
    const talk = missed(HEARD);
    talk.a(check(talk.b(reflect(talk.a(SAY)))));
    talk.a(PASS);
    wayOut(talk, SUMMARY);
    sayReflectCheck(talk, "b");
    talk.b(HEARD);
    wayOut(talk, SUMMARY);
    expect(talk.step).toBe("talking");
    expect(talk.openInStep("a")).toEqual([SAY]);
  });

  test("[D5, D7] trying on is as good: a yes goes on with the way out", () => {
    const talk = missed(HEARD, FULL);
    talk.a(check(talk.b(reflect(1))));
    expect(talk.openInStep("b")).toEqual([validate(1)]);
  });
});

describe("what sense it makes, and how it feels", () => {
  test("[D8] the sense it makes names the turn's first say and is not checked", () => {
    const talk = leaving(VALIDATE);
    expect(talk.openInStep("b")).toEqual([validate(1)]);
    expect(talk.openInStep("a")).toEqual([]);
    expect(talk.refusal("b", validate(2))).toEqual({ kind: "stale", current: 1 });
    expect(talk.refusal("a", validate(1))).toEqual({ kind: "not-your-turn" });
    talk.b(validate(1));
    expect(floorOf(talk.state)).toBe("b");
  });

  test("[D8] the guess how it feels names the turn's first say and is checked by the speaker", () => {
    const talk = leaving(EMPATHISE);
    expect(talk.openInStep("b")).toEqual([empathise(1)]);
    expect(talk.refusal("b", empathise(3))).toEqual({ kind: "stale", current: 1 });
    const guess = talk.b(empathise(1));
    expect(talk.openInStep("b")).toEqual([]);
    expect(talk.openInStep("a")).toEqual([{ kind: "check", answers: guess }]);
    expect(talk.refusal("a", check(1))).toEqual({ kind: "stale", current: guess });
  });

  test.each(["yes", "partly", "no"] as const)(
    "[D8] checked once: %s is recorded and not sent back",
    (verdict) => {
      const talk = leaving(EMPATHISE);
      talk.a(check(talk.b(empathise(1)), verdict));
      expect(talk.log.at(-1)).toMatchObject({ kind: "check", answers: 5, verdict });
      expect(floorOf(talk.state)).toBe("b");
      expect(talk.openInStep("b")).toEqual([SAY]);
    },
  );

  test("[D7, D8, D9] all of it comes in this order, and then the floor passes", () => {
    const talk = leaving(FULL);
    const summary = talk.b(reflect(1));
    talk.a(check(summary));
    expect(talk.openInStep("b")).toEqual([validate(1)]);
    talk.b(validate(1));
    expect(talk.openInStep("b")).toEqual([empathise(1)]);
    const guess = talk.b(empathise(1));
    expect(floorOf(talk.state)).toBe("a");
    talk.a(check(guess));
    expect(floorOf(talk.state)).toBe("b");
    expect(talk.openInStep("b")).toEqual([SAY]);
  });

  test("[D8] where the step does not ask for them they are never open", () => {
    const talk = leaving(SUMMARY);
    expect(talk.refusal("b", validate(1))).toEqual({ kind: "stale", current: null });
    expect(talk.refusal("b", empathise(1))).toEqual({ kind: "stale", current: null });
  });

  test("[D6] while the other is at it the speaker says nothing more", () => {
    const talk = leaving(FULL);
    for (const move of [SAY, PASS, HEARD]) expect(talk.refusal("a", move)).toEqual({ kind: "not-your-turn" });
    talk.a(check(talk.b(reflect(1))));
    for (const move of [SAY, PASS, HEARD]) expect(talk.refusal("a", move)).toEqual({ kind: "not-your-turn" });
  });

  test("[D11] validate and empathise may be aloud", () => {
    const talk = leaving({ ...VALIDATE, ...EMPATHISE });
    talk.b({ ...validate(1), aloud: true });
    const guess = talk.b({ ...empathise(1), aloud: true });
    expect(talk.view("a").entries.slice(-2)).toMatchObject([
      { kind: "validate", aloud: true },
      { kind: "empathise", aloud: true },
    ]);
    expect(talk.refusal("a", check(guess))).toBeNull();
  });
});

/** Every way of putting the three together. */
const WAYS_OUT: readonly Partial<DialogueStep>[] = [{}, SUMMARY].flatMap((summary) =>
  [{}, VALIDATE].flatMap((sense) => [{}, EMPATHISE].map((guess) => ({ ...summary, ...sense, ...guess }))),
);

describe("in every combination", () => {
  test.each(WAYS_OUT)("[D7, D8, D9, D10] a free dialogue ends with both heard: %j", (options) => {
    const talk = dialogue(options);
    for (const seat of ["a", "b"] as const) {
      expect(floorOf(talk.state)).toBe(seat);
      sayReflectCheck(talk, seat);
      talk.take(seat, HEARD);
      if (Object.keys(options).length > 0) expect(talk.step).toBe("talking");
      wayOut(talk, options);
    }
    expect(talk.step).toBe("reading");
  });

  test.each(WAYS_OUT)("[D7, D8, D10] once each: %j", (options) => {
    const talk = dialogue({ ...options, once: true });
    for (const seat of ["a", "b"] as const) {
      sayReflectCheck(talk, seat);
      expect(talk.openInStep(seat)).toEqual([SAY, PASS]);
      talk.take(seat, PASS);
      wayOut(talk, options);
    }
    expect(talk.step).toBe("reading");
  });

  test.each(WAYS_OUT)(
    "[D7, D8, D12] one role alone, whose heard ends it after the way out: %j",
    (options) => {
      const talk = dialogue({ ...options, only: "second" });
      sayReflectCheck(talk, "b");
      expect(talk.openInStep("b")).toEqual([SAY, HEARD]);
      talk.b(HEARD);
      if (Object.keys(options).length > 0) expect(talk.step).toBe("talking");
      wayOut(talk, options);
      expect(talk.step).toBe("reading");
    },
  );

  test("[D5, D12] one role alone that says its turn anew ends it with another heard", () => {
    const talk = dialogue({ ...SUMMARY, only: "second" });
    sayReflectCheck(talk, "b");
    talk.b(HEARD);
    for (const _time of [1, 2, 3]) talk.b(check(talk.a(reflect(1)), "no"));
    talk.b(check(talk.a(reflect(talk.b(SAY)))));
    expect(talk.step).toBe("talking");
    expect(talk.openInStep("b")).toEqual([SAY, HEARD]);
    talk.b(HEARD);
    wayOut(talk, SUMMARY);
    expect(talk.step).toBe("reading");
  });

  test(
    "[D7, D8, D9] the kinds of a way out always come in their order, whatever the checks say",
    LONG,
    () => {
      const anyOptions = fc.constantFrom(...WAYS_OUT);
      const verdicts = fc.array(fc.constantFrom<Verdict>("yes", "partly", "no"), { maxLength: 8 });
      const property = fc.property(anyOptions, verdicts, fc.boolean(), (options, misses, isHeard) => {
        const talk = leaving(options, isHeard ? HEARD : PASS);
        const asked: string[] = [];
        const answers = [...misses];
        while (floorOf(talk.state) === "a") {
          const [open] = talk.openInStep("b");
          if (open?.answers !== 1) throw new Error("the way out names the turn's first say");
          if (asked.at(-1) !== open.kind) asked.push(open.kind);
          const kind = open.kind as "reflect" | "validate" | "empathise";
          const answer = talk.b({ kind, answers: 1 });
          if (kind !== "validate") talk.a(check(answer, answers.shift() ?? "yes"));
        }
        const expected = [
          ...(options.summary ? ["reflect"] : []),
          ...(options.validate ? ["validate"] : []),
          ...(options.empathise ? ["empathise"] : []),
        ];
        expect(asked).toEqual(expected);
      });
      fc.assert(property, { numRuns: 200 });
    },
  );
});
