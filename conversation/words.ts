import { AGREEMENT_FIELDS } from "./agreement-fields";
import type { DateField, Field } from "./guide";
import { parseRepeat } from "./keeping/repeat";
import { parseTimeOfDay } from "./keeping/time-of-day";
import type { Move, MoveKind, Structure, Words } from "./moves";
import { ACCEPTED, type Decision, refused } from "./refusals";
import { currentStep, type State } from "./state";

/** The most characters one move may carry, all its fields together (N1). */
export const MOST_CHARACTERS = 8_000;

/** How the words of each kind of move must look: `text` needed, `text` allowed, the step's fields, or none. */
const SHAPES: Readonly<Partial<Record<MoveKind, "text" | "text-or-aloud" | "maybe-text" | "fields">>> = {
  say: "text-or-aloud",
  reflect: "text-or-aloud",
  check: "maybe-text",
  validate: "text-or-aloud",
  empathise: "text-or-aloud",
  write: "fields",
  propose: "fields",
  prompt: "text",
};

/**
 * Whether the words have the shape their move asks for: its fields, no others, not too long (N1 to N5).
 * Looks at the shape alone; what the words say is nobody's business. Issues name fields, never words.
 */
export function checkWords(state: State, move: Move): Decision {
  const words = move.words ?? {};
  if (lengthOf(words) > MOST_CHARACTERS) return refused({ kind: "too-long", limit: MOST_CHARACTERS });
  const questions = SHAPES[move.kind] === "fields" ? questionsOf(state, move) : null;
  if (questions && !isPass(words, questions)) return checkAnswers(questions.fields, words);
  const issues = issuesOf(move, words, questions);
  return issues.length === 0 ? ACCEPTED : refused({ kind: "bad-request", issues });
}

/**
 * Whether words answer these questions, as far as their shape tells (N3, N4). What is wrong with a repeat is said in
 * words of its own, as the one thing that somebody who only uses our forms can get wrong (B12).
 */
export function checkAnswers(fields: readonly Field[], words: Words): Decision {
  for (const { id, kind } of fields) {
    const value = words[id];
    const repeat =
      kind === "repeat" && typeof value === "string" && value !== "" ? checkRepeat(id, value) : ACCEPTED;
    if (!repeat.ok) return repeat;
  }
  const known = fields.map((field) => field.id);
  const issues = [
    ...strangers(words, known),
    ...fields.flatMap((field) => fieldIssues(field, words[field.id])),
  ];
  return issues.length === 0 ? ACCEPTED : refused({ kind: "bad-request", issues });
}

/**
 * Whether a move of this structure has words for certain, so that it can be told without looking at any (V8). Where
 * they are left to its author (something said aloud, a check) it cannot.
 */
export function alwaysHasWords(move: Structure): boolean {
  const shape = SHAPES[move.kind];
  if (shape === "text-or-aloud") return !("aloud" in move && move.aloud);
  if (move.kind === "propose") return move.outcome === undefined || move.outcome === "change";
  return shape === "text" || shape === "fields";
}

/** The characters in all fields together. */
export function lengthOf(words: Words): number {
  return Object.values(words).reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );
}

function issuesOf(move: Move, words: Words, questions: Questions | null): readonly string[] {
  const shape = SHAPES[move.kind];
  switch (shape) {
    case "text":
      return textIssues(words, true);
    case "maybe-text":
      return textIssues(words, false);
    case "text-or-aloud":
      return textIssues(words, !("aloud" in move && move.aloud));
    case "fields":
      return questions ? passIssues(words) : ["words: no questions here"];
    default:
      return strangers(words, []);
  }
}

/** A field's name comes from outside and could carry words: it is never said back. */
export function strangers(words: Words, known: readonly string[]): readonly string[] {
  return Object.keys(words).every((name) => known.includes(name)) ? [] : ["words: a field nobody asked for"];
}

function textIssues(words: Words, needed: boolean): readonly string[] {
  const issues = strangers(words, ["text"]);
  const { text } = words;
  if (text !== undefined && typeof text !== "string") return [...issues, "words.text: must be text"];
  return needed && !text?.trim() ? [...issues, "words.text: needed"] : issues;
}

interface Questions {
  readonly fields: readonly Field[];
  readonly mayPass?: true;
}

const isPass = (words: Words, { mayPass }: Questions): boolean => words.passed === true && mayPass === true;

function passIssues(words: Words): readonly string[] {
  return Object.keys(words).length === 1 ? [] : ["words: a pass carries nothing else"];
}

/** The questions that a move answers: those of its step, or of the agreement it would change (N3, N6). */
function questionsOf(state: State, move: Move): Questions | null {
  const step = currentStep(state)?.progress.step;
  if (move.kind === "write") return step?.kind === "write" ? step : null;
  if (move.kind !== "propose") return null;
  if (step?.kind === "settle") return step;
  return { fields: move.outcome === "change" ? AGREEMENT_FIELDS[move.sort] : [] };
}

function fieldIssues(field: Field, value: Words[string] | undefined): readonly string[] {
  if (value === undefined || value === "") return field.optional ? [] : [`words.${field.id}: needed`];
  return fits(field, value) ? [] : [`words.${field.id}: does not fit`];
}

function fits(field: Field, value: Words[string]): boolean {
  switch (field.kind) {
    case "text":
      return typeof value === "string" && (field.optional === true || value.trim() !== "");
    case "scale":
      return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10;
    case "choice":
      return field.options.some((option) => option.id === value);
    case "date":
      return typeof value === "string" && isDate(value, field.precision);
    case "time":
      return typeof value === "string" && parseTimeOfDay(value) !== null;
    case "repeat":
      return typeof value === "string";
  }
}

/** The years in which a day may be: nobody means others, and what keeps days need not hold them. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

/** Which zones there are, and which days each of them has, the rules cannot know here (N7). */
function checkRepeat(field: string, text: string): Decision {
  const repeat = parseRepeat(text);
  if (typeof repeat === "string") return refused({ kind: "bad-repeat", why: repeat });
  const last = repeat.every === "once" ? repeat.from : repeat.until;
  return isDate(repeat.from, "day") && isDate(last, "day")
    ? ACCEPTED
    : refused({ kind: "bad-date", field, why: "no-such-day" });
}

/** A day or a month that the calendar has. */
function isDate(value: string, precision: DateField["precision"]): boolean {
  const [, year, month, day] = DATE.exec(precision === "month" ? `${value}-01` : value) ?? [];
  if (!year || !month || !day) return false;
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that its month does not have runs over into another month.
  return date.getUTCMonth() === Number(month) - 1;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
