import { AGREEMENT_FIELDS } from "./agreement-fields";
import type { Field, Guide, MarkStep, SettleStep, Step, WriteStep } from "./guide";
import { rosterFor } from "./roster-for";
import { stuckIn } from "./willing-walk";

/** What can be the matter with a guide. Whoever writes one is told so in their own words. */
export type GuideFault =
  | "missing"
  | "too-long"
  | "too-many"
  | "twice"
  | "taken"
  | "no-role"
  | "two-roles"
  | "no-step"
  | "no-line"
  | "no-question"
  | "two-options"
  | "not-before"
  | "no-writing"
  | "other-questions"
  | "not-others"
  | "not-readable"
  | "needs-question"
  | "nothing-alone"
  | "not-alone"
  | "cannot-end";

/** Where a guide is wrong: the path of the place, what is the matter with it, and the same in a sentence for developers. */
export interface GuideProblem {
  readonly at: string;
  readonly why: GuideFault;
  readonly problem: string;
}

/** K5 */
export const MOST_STEPS = 40;
export const MOST_FIELDS = 20;
export const LONGEST_TEXT = 4_000;

/** All that is wrong with a guide (K1 to K6); an empty list means it can be used. */
export function checkGuide(guide: Guide): readonly GuideProblem[] {
  const problems = [...checkTexts(guide), ...checkNames(guide), ...checkSizes(guide), ...checkSolo(guide)];
  // A guide that names what is not there cannot be walked; the first problems say why.
  return problems.length > 0 ? problems : checkEnds(guide);
}

function checkNames(guide: Guide): readonly GuideProblem[] {
  return [
    ...duplicates(
      "roles",
      guide.roles.map((role) => role.id),
    ),
    ...duplicates(
      "steps",
      guide.steps.map((step) => step.id),
    ),
    ...guide.steps.flatMap((step) => [
      ...rolesNamedBy(step)
        .filter(([, role]) => !guide.roles.some(({ id }) => id === role))
        .map(
          ([place, role]): GuideProblem => ({
            at: `steps.${step.id}.${place}`,
            why: "no-role",
            problem: `no role "${role}"`,
          }),
        ),
      ...checkOpensAfter(guide, step),
      ...checkStepNames(guide, step),
    ]),
  ];
}

/** The roles that a step names, each with the place where it does. */
function rolesNamedBy(step: Step): readonly (readonly [string, string])[] {
  switch (step.kind) {
    case "write":
      return step.who === "each" ? [] : [["who", step.who.role]];
    case "dialogue":
      return [["first", step.first], ...(step.only === undefined ? [] : ([["only", step.only]] as const))];
    case "mark":
      return [["by", step.by]];
    case "settle":
      return step.offeredBy === undefined ? [] : [["offeredBy", step.offeredBy]];
    default:
      return [];
  }
}

function checkStepNames(guide: Guide, step: Step): readonly GuideProblem[] {
  switch (step.kind) {
    case "write":
      return [...checkFieldNames(`steps.${step.id}.fields`, step.fields), ...checkStartsFrom(guide, step)];
    case "mark":
      return checkMark(guide, step);
    case "settle":
      return [...checkFieldNames(`steps.${step.id}.fields`, step.fields), ...checkSort(step)];
    default:
      return [];
  }
}

/** The step of this id, if it comes before `step`. */
function earlierStep(guide: Guide, step: Step, id: string): Step | undefined {
  return guide.steps.slice(0, guide.steps.indexOf(step)).find((other) => other.id === id);
}

/** K6: what waits for itself, or for something that comes later, is never reached. */
function checkOpensAfter(guide: Guide, step: Step): readonly GuideProblem[] {
  const { id, opensAfter } = step;
  if (opensAfter === undefined || earlierStep(guide, step, opensAfter)) return [];
  return [
    {
      at: `steps.${id}.opensAfter`,
      why: "not-before",
      problem: `nobody can reach it: "${opensAfter}" does not come before it`,
    },
  ];
}

/** K3: a box can begin only with what the same person wrote before, in answer to the same questions. */
function checkStartsFrom(guide: Guide, step: WriteStep): readonly GuideProblem[] {
  if (step.startsFrom === undefined) return [];
  const at = `steps.${step.id}.startsFrom`;
  const from = earlierStep(guide, step, step.startsFrom);
  if (from?.kind !== "write")
    return [{ at, why: "no-writing", problem: `no earlier writing "${step.startsFrom}"` }];
  const isSame =
    roleOf(from) === roleOf(step) &&
    step.fields.every(({ id, kind }) => from.fields.some((one) => one.id === id && one.kind === kind));
  return isSame ? [] : [{ at, why: "other-questions", problem: "somebody else's, or other questions" }];
}

/** K3: what is marked is an earlier writing by the other role, which the one who marks can read. */
function checkMark(guide: Guide, step: MarkStep): readonly GuideProblem[] {
  const at = `steps.${step.id}.of`;
  const written = earlierStep(guide, step, step.of);
  if (written?.kind !== "write")
    return [{ at, why: "no-writing", problem: `no earlier writing "${step.of}"` }];
  const author = roleOf(written);
  if (author === null || author === step.by)
    return [{ at, why: "not-others", problem: "only what the other role alone has written can be marked" }];
  if (written.mayPass) return [{ at, why: "not-others", problem: "what may be passed on cannot be marked" }];
  return written.seen === "at-once" || written.seen === "together"
    ? []
    : [{ at, why: "not-readable", problem: `"${step.by}" cannot read it` }];
}

const roleOf = ({ who }: WriteStep): string | null => (who === "each" ? null : who.role);

/** K3: the questions of a proposal are those its sort needs, and more where the guide asks for more. */
function checkSort({ id, sort, fields }: SettleStep): readonly GuideProblem[] {
  return AGREEMENT_FIELDS[sort]
    .filter((needed) => !needed.optional)
    .filter((needed) => !fields.some((field) => isAskedBy(needed, field)))
    .map(
      (needed): GuideProblem => ({
        at: `steps.${id}.fields`,
        why: "needs-question",
        problem: `a ${sort} needs "${needed.id}", a ${needed.kind}`,
      }),
    );
}

/** The same question; or the one that was asked in its place, in guides that shipped before it was there. */
function isAskedBy(needed: Field, field: Field): boolean {
  if (needed.kind === "repeat" && field.kind === "text" && field.id === needed.formerly) return true;
  return field.id === needed.id && field.kind === needed.kind;
}

function checkFieldNames(at: string, fields: readonly Field[]): readonly GuideProblem[] {
  const ids = fields.map((field) => field.id);
  return [
    ...duplicates(at, ids),
    ...ids
      .filter((id) => id === "passed")
      .map((): GuideProblem => ({ at, why: "taken", problem: 'the id "passed" is taken' })),
    ...fields.flatMap((field) => {
      const options = field.kind === "choice" ? field.options.map((option) => option.id) : [];
      return duplicates(`${at}.${field.id}.options`, options);
    }),
  ];
}

function duplicates(at: string, ids: readonly string[]): readonly GuideProblem[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id): GuideProblem => ({ at: `${at}.${id}`, why: "twice", problem: "the id is there twice" }));
}

function checkTexts(guide: Guide): readonly GuideProblem[] {
  return textsOf(guide).flatMap(([at, text]): GuideProblem[] => {
    if (text.trim() === "") return [{ at, why: "missing", problem: "the text is missing" }];
    return text.length > LONGEST_TEXT
      ? [{ at, why: "too-long", problem: `longer than ${LONGEST_TEXT} characters` }]
      : [];
  });
}

function textsOf(guide: Guide): readonly (readonly [string, string])[] {
  return [
    ["id", guide.id],
    ["title", guide.title],
    ["purpose", guide.purpose],
    ["how", guide.how],
    ...(guide.asks === undefined ? [] : [["asks", guide.asks] as const]),
    ...(guide.isNot === undefined ? [] : [["isNot", guide.isNot] as const]),
    ...(guide.next === undefined ? [] : [["next.why", guide.next.why] as const]),
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
    case "settle":
      return [title, [`${at}.intro`, step.intro], ...step.fields.flatMap((field) => fieldTexts(at, field))];
    case "dialogue":
    case "mark":
    case "review":
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
  if (guide.steps.length === 0) problems.push({ at: "steps", why: "no-step", problem: "there is no step" });
  if (guide.steps.length > MOST_STEPS)
    problems.push({ at: "steps", why: "too-many", problem: `more than ${MOST_STEPS}` });
  if (!guide.solo && guide.roles.length !== 2)
    problems.push({ at: "roles", why: "two-roles", problem: "a guide for two has two roles" });
  for (const step of guide.steps) {
    const at = `steps.${step.id}`;
    if (step.kind === "acknowledge" && step.lines.length === 0)
      problems.push({ at: `${at}.lines`, why: "no-line", problem: "there is nothing to say yes to" });
    if (step.kind !== "write" && step.kind !== "settle") continue;
    if (step.fields.length === 0)
      problems.push({ at: `${at}.fields`, why: "no-question", problem: "there is no question" });
    if (step.fields.length > MOST_FIELDS)
      problems.push({ at: `${at}.fields`, why: "too-many", problem: `more than ${MOST_FIELDS}` });
    for (const field of step.fields)
      if (field.kind === "choice" && field.options.length < 2)
        problems.push({
          at: `${at}.fields.${field.id}.options`,
          why: "two-options",
          problem: "a choice has at least two",
        });
  }
  return problems;
}

/** What a conversation with oneself can be made of. */
const FOR_ONE: readonly Step["kind"][] = ["acknowledge", "write"];

function checkSolo(guide: Guide): readonly GuideProblem[] {
  if (guide.alone && !guide.steps.some((step) => step.kind === "write" && step.who === "each"))
    return [
      { at: "alone", why: "nothing-alone", problem: "there is nothing in it that one person can write" },
    ];
  if (!guide.solo) return [];
  return guide.steps
    .filter((step) => !FOR_ONE.includes(step.kind))
    .map(
      (step): GuideProblem => ({
        at: `steps.${step.id}`,
        why: "not-alone",
        problem: "nobody is there to answer in a guide for one",
      }),
    );
}

/** K2: walks the guide with a willing pair, for each way of giving out the roles; and alone, where it may be. */
function checkEnds(guide: Guide): readonly GuideProblem[] {
  const roles = guide.solo ? [undefined] : guide.roles.map((role) => role.id);
  const rosters = [
    ...roles.map((role) => rosterFor(guide, role)),
    ...(guide.alone ? roles.map((role) => rosterFor(guide, role, { alone: true })) : []),
  ];
  return rosters.flatMap((roster): GuideProblem[] => {
    const stuck = stuckIn(guide, roster);
    return stuck === null
      ? []
      : [
          {
            at: `steps.${stuck}`,
            why: "cannot-end",
            problem: "the step cannot end with the seats there are",
          },
        ];
  });
}
