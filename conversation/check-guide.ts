import { decide } from "./decide";
import { begin, evolve } from "./evolve";
import type { Field, Guide, Step } from "./guide";
import type { MoveKind, Structure } from "./moves";
import type { OpenMove } from "./open-move";
import { openInCurrentStep } from "./open-moves";
import type { Partner, Roster } from "./seats";

/** Where a guide is wrong: the path of the place, and what is the matter with it. */
export interface GuideProblem {
  readonly at: string;
  readonly problem: string;
}

const MOST_STEPS = 40;
const MOST_FIELDS = 20;
const LONGEST_TEXT = 4_000;

/** All that is wrong with a guide (K1 to K5); an empty list means it can be used. */
export function checkGuide(guide: Guide): readonly GuideProblem[] {
  const problems = [...checkTexts(guide), ...checkNames(guide), ...checkSizes(guide), ...checkSolo(guide)];
  // A guide that names what is not there cannot be walked; the first problems say why.
  return problems.length > 0 ? problems : checkEnds(guide);
}

/** Roles given to seats: the opener takes `role`, or the first one; the other partner gets the next. */
export function rosterFor(guide: Guide, role?: string): Roster {
  if (guide.solo)
    return {
      partners: ["a"],
      therapist: false,
      roles: Object.fromEntries(guide.roles.map(({ id }) => [id, "a"])),
    };
  const taken = guide.roles.find(({ id }) => id === role) ?? guide.roles[0];
  const roles = Object.fromEntries(guide.roles.map(({ id }) => [id, id === taken?.id ? "a" : "b"] as const));
  return { partners: ["a", "b"], therapist: false, roles };
}

function checkNames(guide: Guide): readonly GuideProblem[] {
  const roles = new Set(guide.roles.map((role) => role.id));
  const missingRole = (at: string, role: string | undefined): readonly GuideProblem[] =>
    role === undefined || roles.has(role) ? [] : [{ at, problem: `no role "${role}"` }];
  return [
    ...duplicates(
      "roles",
      guide.roles.map((role) => role.id),
    ),
    ...duplicates(
      "steps",
      guide.steps.map((step) => step.id),
    ),
    ...guide.steps.flatMap((step) => {
      const at = `steps.${step.id}`;
      if (step.kind === "dialogue")
        return [...missingRole(`${at}.first`, step.first), ...missingRole(`${at}.only`, step.only)];
      if (step.kind !== "write") return [];
      return [
        ...(step.who === "each" ? [] : missingRole(`${at}.who`, step.who.role)),
        ...checkFieldNames(`${at}.fields`, step.fields),
      ];
    }),
  ];
}

function checkFieldNames(at: string, fields: readonly Field[]): readonly GuideProblem[] {
  return [
    ...duplicates(
      at,
      fields.map((field) => field.id),
    ),
    // W2 puts a pass inside the words, under this name.
    ...fields.filter(({ id }) => id === "passed").map(() => ({ at, problem: `the id "passed" is taken` })),
    ...fields.flatMap((field) => {
      const options = field.kind === "choice" ? field.options.map((option) => option.id) : [];
      return duplicates(`${at}.${field.id}.options`, options);
    }),
  ];
}

function duplicates(at: string, ids: readonly string[]): readonly GuideProblem[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({ at: `${at}.${id}`, problem: "the id is there twice" }));
}

function checkTexts(guide: Guide): readonly GuideProblem[] {
  return textsOf(guide).flatMap(([at, text]) => {
    if (text.trim() === "") return [{ at, problem: "the text is missing" }];
    return text.length > LONGEST_TEXT ? [{ at, problem: `longer than ${LONGEST_TEXT} characters` }] : [];
  });
}

function textsOf(guide: Guide): readonly (readonly [string, string])[] {
  return [
    ["id", guide.id],
    ["title", guide.title],
    ["purpose", guide.purpose],
    ["how", guide.how],
    ...guide.roles.flatMap((role) => [
      [`roles.${role.id}.mine`, role.mine] as const,
      [`roles.${role.id}.yours`, role.yours] as const,
    ]),
    ...guide.steps.flatMap(stepTexts),
  ];
}

function stepTexts(step: Step): readonly (readonly [string, string])[] {
  const at = `steps.${step.id}`;
  const title = [`${at}.title`, step.title] as const;
  switch (step.kind) {
    case "acknowledge":
      return [
        title,
        [`${at}.button`, step.button],
        ...step.lines.map((line, index) => [`${at}.lines.${index}`, line] as const),
      ];
    case "write":
      return [title, [`${at}.intro`, step.intro], ...step.fields.flatMap((field) => fieldTexts(at, field))];
    case "dialogue":
      return [title, [`${at}.intro`, step.intro]];
  }
}

function fieldTexts(step: string, field: Field): readonly (readonly [string, string])[] {
  const at = `${step}.fields.${field.id}`;
  const texts: (readonly [string, string])[] = [[`${at}.label`, field.label]];
  if (field.hint !== undefined) texts.push([`${at}.hint`, field.hint]);
  if (field.kind === "scale") texts.push([`${at}.low`, field.low], [`${at}.high`, field.high]);
  if (field.kind === "choice")
    texts.push(...field.options.map((option) => [`${at}.options.${option.id}`, option.text] as const));
  return texts;
}

function checkSizes(guide: Guide): readonly GuideProblem[] {
  const problems: GuideProblem[] = [];
  if (guide.steps.length === 0) problems.push({ at: "steps", problem: "there is no step" });
  if (guide.steps.length > MOST_STEPS) problems.push({ at: "steps", problem: `more than ${MOST_STEPS}` });
  if (!guide.solo && guide.roles.length !== 2)
    problems.push({ at: "roles", problem: "a guide for two has two roles" });
  for (const step of guide.steps) {
    const at = `steps.${step.id}`;
    if (step.kind === "acknowledge" && step.lines.length === 0)
      problems.push({ at: `${at}.lines`, problem: "there is nothing to say yes to" });
    if (step.kind !== "write") continue;
    if (step.fields.length === 0) problems.push({ at: `${at}.fields`, problem: "there is no question" });
    if (step.fields.length > MOST_FIELDS)
      problems.push({ at: `${at}.fields`, problem: `more than ${MOST_FIELDS}` });
    for (const field of step.fields)
      if (field.kind === "choice" && field.options.length < 2)
        problems.push({ at: `${at}.fields.${field.id}.options`, problem: "a choice has at least two" });
  }
  return problems;
}

function checkSolo(guide: Guide): readonly GuideProblem[] {
  if (!guide.solo) return [];
  return guide.steps
    .filter((step) => step.kind === "dialogue")
    .map((step) => ({ at: `steps.${step.id}`, problem: "nobody is there to answer in a guide for one" }));
}

/** What a pair that wants to come to the end does next, most wanted first. */
const TOWARDS_THE_END: readonly MoveKind[] = [
  "acknowledge",
  "write",
  "heard",
  "pass-floor",
  "check",
  "reflect",
  "say",
];

/** More moves than a willing pair needs for any one step. */
const MOVES_PER_STEP = 24;

/** K2: walks the guide with a willing pair, for each way of giving out the roles. */
function checkEnds(guide: Guide): readonly GuideProblem[] {
  const openers = guide.solo ? [undefined] : guide.roles.map((role) => role.id);
  return openers.flatMap((role) => {
    const stuck = walk(guide, rosterFor(guide, role));
    return stuck === null
      ? []
      : [{ at: `steps.${stuck}`, problem: "the step cannot end with the seats there are" }];
  });
}

/** The id of the step in which a willing pair gets stuck, or null if they reach the end. */
function walk(guide: Guide, roster: Roster): string | null {
  let state = begin(guide, roster);
  let partners = roster.partners;
  for (let seq = 1; !state.complete && seq <= guide.steps.length * MOVES_PER_STEP; seq += 1) {
    const next = nextMove(partners, (seat) => openInCurrentStep(state, seat));
    if (!next || !decide(guide, state, next.seat, next.move, 0).ok) break;
    state = evolve(guide, state, { ...next.move, seq, seat: next.seat, at: "1970-01-01T00:00:00.000Z" });
    // They take turns: one alone may write again and again (W1), and the step would never end.
    partners = [...partners.filter((seat) => seat !== next.seat), next.seat];
  }
  return state.complete ? null : (guide.steps[state.steps.length - 1]?.id ?? "");
}

function nextMove(partners: readonly Partner[], openTo: (seat: Partner) => readonly OpenMove[]) {
  const offered = partners.flatMap((seat) => openTo(seat).map((open) => ({ seat, open })));
  const best = offered.sort(
    (x, y) => TOWARDS_THE_END.indexOf(x.open.kind) - TOWARDS_THE_END.indexOf(y.open.kind),
  )[0];
  const move = best && asMove(best.open);
  return move && { seat: best.seat, move };
}

function asMove({ kind, answers = 0 }: OpenMove): Structure | null {
  switch (kind) {
    case "acknowledge":
    case "say":
    case "pass-floor":
    case "heard":
      return { kind };
    case "write":
      return { kind, ready: true };
    case "reflect":
      return { kind, answers };
    case "check":
      return { kind, answers, verdict: "yes" };
    default:
      return null;
  }
}
