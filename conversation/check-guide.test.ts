import { describe, expect, test } from "vitest";
import { checkGuide } from "./check-guide";
import type { Guide, Step } from "./guide";
import { GUIDES } from "./guides/catalogue";
import { rosterFor } from "./roster-for";
import { NEXT, pairGuide, reading, STORY, soloGuide, TRUST, talking, writing } from "./testing/guides";

const sound = pairGuide(reading(), talking(), writing({ fields: [STORY, TRUST, NEXT] }));
const many = <Thing>(count: number, make: (id: string) => Thing): readonly Thing[] =>
  Array.from({ length: count }, (_, index) => make(`n${index}`));
const problem = (at: string, problem: string) => [{ at, problem }];

/** What is wrong with a guide for two that has this step in it. */
const wrongWith = (step: Step) => checkGuide(pairGuide(step));

test("[K1, K2, K5] a sound guide has no problem", () => {
  expect(checkGuide(sound)).toEqual([]);
});

test.each(GUIDES)("[K1, K2, K5] $id has no problem", (guide) => {
  expect(checkGuide(guide)).toEqual([]);
});

describe("ids", () => {
  const TWICE = "the id is there twice";

  test("[K1] two roles with one id", () => {
    const [role] = sound.roles;
    const guide = { ...sound, roles: role ? [role, role] : [] };
    expect(checkGuide(guide)).toEqual(problem("roles.first", TWICE));
  });

  test("[K1] two steps with one id", () => {
    expect(checkGuide(pairGuide(reading(), talking(), reading()))).toEqual(problem("steps.reading", TWICE));
  });

  test("[K1] two fields of a step with one id", () => {
    expect(wrongWith(writing({ fields: [STORY, TRUST, STORY] }))).toEqual(
      problem("steps.writing.fields.story", TWICE),
    );
  });

  test("[K1] two options of a choice with one id", () => {
    const options = [...NEXT.options, { id: "talk", text: "Talk, but later" }];
    expect(wrongWith(writing({ fields: [{ ...NEXT, options }] }))).toEqual(
      problem("steps.writing.fields.next.options.talk", TWICE),
    );
  });

  test("[K1] the same field in two steps, and the same option in two choices, are fine", () => {
    const fields = [NEXT, { ...NEXT, id: "later" }];
    expect(checkGuide(pairGuide(writing({ fields }), writing({ id: "again", fields })))).toEqual([]);
  });

  test("[K1, W2] a field with the name of a pass", () => {
    expect(wrongWith(writing({ fields: [{ ...STORY, id: "passed" }] }))).toEqual(
      problem("steps.writing.fields", 'the id "passed" is taken'),
    );
  });
});

describe("roles", () => {
  const NOBODY = 'no role "nobody"';

  test("[K1] a dialogue that begins with a role nobody has", () => {
    expect(wrongWith(talking({ first: "nobody" }))).toEqual(problem("steps.talking.first", NOBODY));
  });

  test("[K1] a dialogue in which a role nobody has speaks alone", () => {
    expect(wrongWith(talking({ only: "nobody" }))).toEqual(problem("steps.talking.only", NOBODY));
  });

  test("[K1] a writing by a role nobody has", () => {
    expect(wrongWith(writing({ who: { role: "nobody" } }))).toEqual(problem("steps.writing.who", NOBODY));
  });

  test.each([0, 1, 3])("[K1] a guide for two with %i roles", (count) => {
    const roles = many(count, (id) => ({ id, mine: "I", yours: "You" }));
    expect(checkGuide({ ...pairGuide(reading()), roles })).toEqual(
      problem("roles", "a guide for two has two roles"),
    );
  });

  test("[K1] a guide for one may have any number", () => {
    const roles = many(3, (id) => ({ id, mine: "I", yours: "You" }));
    expect(checkGuide({ ...soloGuide(writing({ who: { role: "n1" } })), roles })).toEqual([]);
  });
});

describe("texts", () => {
  /** The sound guide with one text, named by its place, replaced. */
  const PLACES: readonly (readonly [string, (text: string) => Guide])[] = [
    ["id", (id) => ({ ...sound, id })],
    ["title", (title) => ({ ...sound, title })],
    ["purpose", (purpose) => ({ ...sound, purpose })],
    ["how", (how) => ({ ...sound, how })],
    ["roles.first.mine", (mine) => withFirstRole({ mine })],
    ["roles.first.yours", (yours) => withFirstRole({ yours })],
    ["steps.reading.title", (title) => pairGuide(reading({ title }))],
    ["steps.reading.button", (button) => pairGuide(reading({ button }))],
    ["steps.reading.lines.1", (line) => pairGuide(reading({ lines: ["Listen.", line] }))],
    ["steps.talking.title", (title) => pairGuide(talking({ title }))],
    ["steps.talking.intro", (intro) => pairGuide(talking({ intro }))],
    ["steps.writing.title", (title) => pairGuide(writing({ title }))],
    ["steps.writing.intro", (intro) => pairGuide(writing({ intro }))],
    ["steps.writing.fields.story.label", (label) => pairGuide(writing({ fields: [{ ...STORY, label }] }))],
    ["steps.writing.fields.story.hint", (hint) => pairGuide(writing({ fields: [{ ...STORY, hint }] }))],
    ["steps.writing.fields.trust.low", (low) => pairGuide(writing({ fields: [{ ...TRUST, low }] }))],
    ["steps.writing.fields.trust.high", (high) => pairGuide(writing({ fields: [{ ...TRUST, high }] }))],
    [
      "steps.writing.fields.next.options.other",
      (text) => {
        const options = [...NEXT.options, { id: "other", text }];
        return pairGuide(writing({ fields: [{ ...NEXT, options }] }));
      },
    ],
  ];

  function withFirstRole(changes: { mine?: string; yours?: string }): Guide {
    return { ...sound, roles: sound.roles.map((role, index) => (index ? role : { ...role, ...changes })) };
  }

  test.each(PLACES)("[K1] %s must not be missing", (at, guideWith) => {
    expect(checkGuide(guideWith(""))).toEqual(problem(at, "the text is missing"));
    expect(checkGuide(guideWith(" \n"))).toEqual(problem(at, "the text is missing"));
  });

  test.each(PLACES)("[K5] %s has 4,000 characters at most", (at, guideWith) => {
    expect(checkGuide(guideWith("x".repeat(4_000)))).toEqual([]);
    expect(checkGuide(guideWith("x".repeat(4_001)))).toEqual(problem(at, "longer than 4000 characters"));
  });
});

describe("sizes", () => {
  test("[K5] 1 to 40 steps", () => {
    expect(checkGuide(pairGuide())).toEqual(problem("steps", "there is no step"));
    expect(checkGuide(pairGuide(...many(40, (id) => reading({ id }))))).toEqual([]);
    expect(checkGuide(pairGuide(...many(41, (id) => reading({ id }))))).toEqual(
      problem("steps", "more than 40"),
    );
  });

  test("[K5] 1 to 20 fields a step", () => {
    const fields = (count: number) => wrongWith(writing({ fields: many(count, (id) => ({ ...STORY, id })) }));
    expect(fields(0)).toEqual(problem("steps.writing.fields", "there is no question"));
    expect(fields(20)).toEqual([]);
    expect(fields(21)).toEqual(problem("steps.writing.fields", "more than 20"));
  });

  test("[K5] at least two options to choose from", () => {
    expect(wrongWith(writing({ fields: [{ ...NEXT, options: NEXT.options.slice(1) }] }))).toEqual(
      problem("steps.writing.fields.next.options", "a choice has at least two"),
    );
  });

  test("[K5] at least one line to say yes to", () => {
    expect(wrongWith(reading({ lines: [] }))).toEqual(
      problem("steps.reading.lines", "there is nothing to say yes to"),
    );
  });

  test("[K1, K5] all problems are told at once", () => {
    const guide = pairGuide(reading({ title: "", lines: [] }), talking({ first: "nobody" }));
    expect(checkGuide(guide).map(({ at }) => at)).toEqual([
      "steps.reading.title",
      "steps.talking.first",
      "steps.reading.lines",
    ]);
  });
});

describe("a guide for one", () => {
  test("[K4] has no dialogue", () => {
    const guide = { ...soloGuide(reading(), talking()), roles: sound.roles };
    expect(checkGuide(guide)).toEqual(
      problem("steps.talking", "nobody is there to answer in a guide for one"),
    );
  });

  test("[K4] has everything else", () => {
    expect(checkGuide(soloGuide(reading(), writing({ seen: "self" })))).toEqual([]);
  });

  test("[K4] has one partner, who takes every role", () => {
    const guide = { ...soloGuide(reading()), roles: sound.roles };
    expect(rosterFor(guide)).toEqual({
      partners: ["a"],
      therapist: false,
      roles: { first: "a", second: "a" },
    });
  });
});

describe("a guide for two", () => {
  test("[K2] can end whatever its steps are and whoever opens it", () => {
    const guide = pairGuide(
      reading(),
      talking({ id: "free" }),
      talking({ id: "once", once: true, first: "second" }),
      talking({ id: "only", only: "second" }),
      writing({ id: "each" }),
      writing({ id: "one", who: { role: "first" } }),
    );
    expect(checkGuide(guide)).toEqual([]);
  });

  test("[K2] gives the opener the role they choose, or the first one, and the other partner the other", () => {
    const first = { partners: ["a", "b"], therapist: false, roles: { first: "a", second: "b" } };
    expect(rosterFor(sound, "first")).toEqual(first);
    expect(rosterFor(sound)).toEqual(first);
    expect(rosterFor(sound, "nobody")).toEqual(first);
    expect(rosterFor(sound, "second").roles).toEqual({ first: "b", second: "a" });
  });
});
