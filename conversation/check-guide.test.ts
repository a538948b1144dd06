import { describe, expect, test } from "vitest";
import { AGREEMENT_FIELDS } from "./agreement-fields";
import { PROPOSAL_SORTS } from "./agreements";
import { checkGuide, type GuideFault } from "./check-guide";
import type { Field, Guide, MarkStep, Step, TextField, WriteStep } from "./guide";
import { GUIDES } from "./guides/catalogue";
import { rosterFor } from "./roster-for";
import {
  account,
  marking,
  NEXT,
  pairGuide,
  reading,
  reviewing,
  STORY,
  settling,
  soloGuide,
  TRUST,
  talking,
  writing,
} from "./testing/guides";

const sound = pairGuide(reading(), talking(), writing({ fields: [STORY, TRUST, NEXT] }));
const many = <Thing>(count: number, make: (id: string) => Thing): readonly Thing[] =>
  Array.from({ length: count }, (_, index) => make(`n${index}`));
/** Which sentences say which fault. */
const FAULTS: readonly (readonly [RegExp, GuideFault])[] = [
  [/text is missing/, "missing"],
  [/^longer than/, "too-long"],
  [/^more than/, "too-many"],
  [/there twice/, "twice"],
  [/is taken$/, "taken"],
  [/^no role/, "no-role"],
  [/has two roles/, "two-roles"],
  [/is no step/, "no-step"],
  [/nothing to say yes to/, "no-line"],
  [/is no question/, "no-question"],
  [/has at least two/, "two-options"],
  [/does not come before/, "not-before"],
  [/^no earlier writing/, "no-writing"],
  [/other questions/, "other-questions"],
  [/can be marked|cannot be marked/, "not-others"],
  [/cannot read it/, "not-readable"],
  [/needs "/, "needs-question"],
  [/nothing in it that one person/, "nothing-alone"],
  [/nobody is there to answer/, "not-alone"],
  [/cannot end/, "cannot-end"],
];
const faultOf = (problem: string) => FAULTS.find(([said]) => said.test(problem))?.[1];
const problem = (at: string, problem: string) => [{ at, why: faultOf(problem), problem }];

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

  test("[K1] offers that are expected of a role nobody has", () => {
    expect(wrongWith(settling({ offeredBy: "nobody" }))).toEqual(problem("steps.settling.offeredBy", NOBODY));
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
    ["asks", (asks) => ({ ...sound, asks })],
    ["isNot", (isNot) => ({ ...sound, isNot })],
    ["next.why", (why) => ({ ...sound, next: { guide: "another", why } })],
    ["steps.marking.title", (title) => pairGuide(account(), marking({ title }))],
    ["steps.marking.intro", (intro) => pairGuide(account(), marking({ intro }))],
    ["steps.settling.title", (title) => pairGuide(settling({ title }))],
    ["steps.settling.intro", (intro) => pairGuide(settling({ intro }))],
    ["steps.settling.fields.what.label", (label) => pairGuide(settling({ fields: asking({ label }) }))],
    ["steps.settling.fields.what.hint", (hint) => pairGuide(settling({ fields: asking({ hint }) }))],
    ["steps.reviewing.title", (title) => pairGuide(reviewing({ title }))],
    ["steps.reviewing.intro", (intro) => pairGuide(reviewing({ intro }))],
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

  /** The questions of a commitment, the first of them worded in another way. */
  function asking(changes: Partial<TextField>): readonly Field[] {
    return AGREEMENT_FIELDS.commitment.map((field) =>
      field.id === "what" && field.kind === "text" ? { ...field, ...changes } : field,
    );
  }

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

describe("marking", () => {
  const wrongMark = (step: Partial<WriteStep>, mark: Partial<MarkStep> = {}) =>
    checkGuide(pairGuide(account(step), marking(mark)));
  const NOT_OTHERS = "only what the other role alone has written can be marked";

  test.each(["at-once", "together"] as const)("[K3] what the other role wrote and is seen %s", (seen) => {
    expect(wrongMark({ seen })).toEqual([]);
  });

  test("[K3] of no step that there is, of one that is no writing, of a later one", () => {
    const notThere = problem("steps.marking.of", 'no earlier writing "account"');
    expect(checkGuide(pairGuide(marking()))).toEqual(notThere);
    expect(checkGuide(pairGuide(talking({ id: "account" }), marking()))).toEqual(notThere);
    expect(checkGuide(pairGuide(marking(), account()))).toEqual(notThere);
    expect(wrongMark({}, { of: "marking" })).toEqual(
      problem("steps.marking.of", 'no earlier writing "marking"'),
    );
  });

  test("[K3] of what each has written, or of one's own", () => {
    expect(wrongMark({ who: "each" })).toEqual(problem("steps.marking.of", NOT_OTHERS));
    expect(wrongMark({}, { by: "second" })).toEqual(problem("steps.marking.of", NOT_OTHERS));
  });

  test.each(["self", "therapist"] as const)("[K3] of what is seen by %s, which they cannot read", (seen) => {
    expect(wrongMark({ seen })).toEqual(problem("steps.marking.of", '"first" cannot read it'));
  });

  test("[K3] of what may be passed on", () => {
    expect(wrongMark({ mayPass: true })).toEqual(
      problem("steps.marking.of", "what may be passed on cannot be marked"),
    );
  });

  test("[K1] by a role that nobody has", () => {
    expect(wrongMark({}, { by: "nobody" })).toEqual(problem("steps.marking.by", 'no role "nobody"'));
  });
});

describe("settling", () => {
  test.each(PROPOSAL_SORTS)("[K3] a %s with the questions of its sort is sound", (sort) => {
    expect(wrongWith(settling({ sort }))).toEqual([]);
  });

  test.each(PROPOSAL_SORTS)("[K3] each question that a %s needs is needed", (sort) => {
    for (const left of AGREEMENT_FIELDS[sort]) {
      const fields = AGREEMENT_FIELDS[sort].filter(({ id }) => id !== left.id);
      const missing = problem("steps.settling.fields", `a ${sort} needs "${left.id}", a ${left.kind}`);
      expect(wrongWith(settling({ sort, fields }))).toEqual(left.optional ? [] : missing);
    }
  });

  test("[K3] a question of the same name and another kind is another question", () => {
    const fields = AGREEMENT_FIELDS.plan.map((field) => (field.id === "on" ? { ...STORY, id: "on" } : field));
    expect(wrongWith(settling({ sort: "plan", fields }))).toEqual(
      problem("steps.settling.fields", 'a plan needs "on", a date'),
    );
  });

  test("[K3] a guide may word them in its own way and ask for more", () => {
    const fields = AGREEMENT_FIELDS.plan.map((field) => ({ ...field, label: "In our words?" }));
    expect(wrongWith(settling({ sort: "plan", fields: [...fields, TRUST] }))).toEqual([]);
  });

  test("[K1, K5] its questions are held to what those of a writing are", () => {
    const fields = AGREEMENT_FIELDS.commitment;
    expect(wrongWith(settling({ fields: [...fields, TRUST, TRUST] }))).toEqual(
      problem("steps.settling.fields.trust", "the id is there twice"),
    );
    expect(wrongWith(settling({ fields: [...fields, ...many(18, (id) => ({ ...STORY, id }))] }))).toEqual(
      problem("steps.settling.fields", "more than 20"),
    );
    expect(wrongWith(settling({ fields: [] }))).toContainEqual({
      at: "steps.settling.fields",
      why: "no-question",
      problem: "there is no question",
    });
  });
});

describe("beginning with what was written before", () => {
  const from = (earlier: Step, step: Partial<WriteStep> = {}) =>
    checkGuide(pairGuide(earlier, account({ id: "sent", startsFrom: earlier.id, ...step })));
  const OTHERS = problem("steps.sent.startsFrom", "somebody else's, or other questions");

  test("[K3] one's own answers to the same questions, or to some of them", () => {
    expect(from(account({ seen: "self" }))).toEqual([]);
    expect(from(account({ seen: "self" }), { fields: [STORY] })).toEqual([]);
    expect(from(writing(), { who: "each", fields: [STORY] })).toEqual([]);
  });

  test("[K3] not somebody else's", () => {
    expect(from(account({ who: { role: "first" } }))).toEqual(OTHERS);
    expect(from(account({ who: "each" }))).toEqual(OTHERS);
  });

  test("[K3] not answers to other questions, of another name or another kind", () => {
    expect(from(account(), { fields: [STORY, TRUST] })).toEqual(OTHERS);
    expect(from(account(), { fields: [{ ...TRUST, id: "story" }] })).toEqual(OTHERS);
  });

  test("[K3] not a step that is no writing, comes later, or is not there", () => {
    const none = (id: string) => problem("steps.sent.startsFrom", `no earlier writing "${id}"`);
    expect(from(reading())).toEqual(none("reading"));
    for (const id of ["sent", "nothing", "later"])
      expect(
        checkGuide(pairGuide(account({ id: "sent", startsFrom: id }), account({ id: "later" }))),
      ).toEqual(none(id));
  });
});

describe("waiting for another step", () => {
  test("[K6] for an earlier one, the one right before or one long ago", () => {
    const steps = [reading(), talking(), writing({ opensAfter: "reading" })];
    expect(checkGuide(pairGuide(...steps, settling({ opensAfter: "writing" })))).toEqual([]);
  });

  test.each([
    ["itself", "writing"],
    ["a later one", "later"],
    ["one that is not there", "nothing"],
  ])("[K6] for %s: nobody could ever reach it", (_, opensAfter) => {
    expect(checkGuide(pairGuide(reading(), writing({ opensAfter }), reading({ id: "later" })))).toEqual(
      problem("steps.writing.opensAfter", `nobody can reach it: "${opensAfter}" does not come before it`),
    );
  });

  test("[K6] holds for every kind of step", () => {
    const steps = [reading, writing, talking, settling, reviewing].map((make) =>
      make({ opensAfter: "gone" }),
    );
    const wrong = checkGuide(pairGuide(...steps, account(), marking({ opensAfter: "gone" })));
    expect(wrong.map(({ at }) => at)).toEqual(
      ["reading", "writing", "talking", "settling", "reviewing", "marking"].map(
        (id) => `steps.${id}.opensAfter`,
      ),
    );
  });
});

describe("a guide that may be begun alone", () => {
  const alone = (...steps: readonly Step[]): Guide => ({ ...pairGuide(...steps), alone: true });

  test("[K4] has something that each can write", () => {
    expect(checkGuide(alone(reading(), talking(), writing(), settling(), reviewing()))).toEqual([]);
  });

  test("[K4] is not one in which one role alone writes, or nobody does", () => {
    const nothing = problem("alone", "there is nothing in it that one person can write");
    expect(checkGuide(alone(reading(), talking()))).toEqual(nothing);
    expect(checkGuide(alone(account(), marking()))).toEqual(nothing);
  });
});

describe("a guide for one", () => {
  test.each([marking(), settling(), reviewing()])("[K4] has no $kind", (step) => {
    const guide = { ...soloGuide(account(), step), roles: sound.roles };
    expect(checkGuide(guide)).toEqual(
      problem(`steps.${step.id}`, "nobody is there to answer in a guide for one"),
    );
  });

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
      talking({ id: "way-out", summary: true, validate: true, empathise: true }),
      account(),
      marking(),
      settling(),
      reviewing(),
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
