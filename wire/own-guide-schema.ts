import { z } from "zod";
import { PROPOSAL_SORTS } from "#conversation/agreements";
import { LONGEST_TEXT, MOST_FIELDS, MOST_STEPS } from "#conversation/check-guide";
import type { Guide } from "#conversation/guide";
import type { UnreadableProblem } from "#conversation/own-guides/guide-problems";

// A guide that somebody brings along: its shape, before anybody asks whether it makes sense. A draft may be unfinished.

/** Above what a guide of forty steps could ever be, and below what would keep a process busy. */
export const MOST_GUIDE_BYTES = 2_000_000;
/** Whoever brings along something else is told so much of it. */
const MOST_PROBLEMS = 20;

const MARKUP = /<[a-z/!?]|\]\(|\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/iu;
/** Words as people write them: no tags, no links in brackets, nothing that is not to be seen but white space. */
const text = z
  .string()
  .max(LONGEST_TEXT)
  .refine((words) => !MARKUP.test(words.replaceAll(/\r?\n|\t/g, " ")));
const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

const asked = { id, label: text, hint: text.exactOptional(), optional: z.literal(true).exactOptional() };
const field = z.discriminatedUnion("kind", [
  z.strictObject({ ...asked, kind: z.literal("text") }),
  z.strictObject({ ...asked, kind: z.literal("scale"), low: text, high: text }),
  z.strictObject({
    ...asked,
    kind: z.literal("choice"),
    options: z.array(z.strictObject({ id, text })).max(MOST_FIELDS),
  }),
  z.strictObject({ ...asked, kind: z.literal("date"), precision: z.enum(["day", "month"]) }),
  z.strictObject({ ...asked, kind: z.literal("time") }),
  z.strictObject({ ...asked, kind: z.literal("repeat"), formerly: id.exactOptional() }),
]);
const fields = z.array(field).max(MOST_FIELDS);

const base = { id, title: text, opensAfter: id.exactOptional() };
const step = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("acknowledge"),
    lines: z.array(text).max(MOST_FIELDS),
    button: text,
  }),
  z.strictObject({
    ...base,
    kind: z.literal("write"),
    who: z.union([z.literal("each"), z.strictObject({ role: id })]),
    seen: z.enum(["self", "therapist", "together", "at-once"]),
    intro: text,
    fields,
    mayPass: z.literal(true).exactOptional(),
    startsFrom: id.exactOptional(),
    wording: z.literal("owning").exactOptional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("dialogue"),
    intro: text,
    first: id,
    once: z.literal(true).exactOptional(),
    only: id.exactOptional(),
    summary: z.literal(true).exactOptional(),
    validate: z.literal(true).exactOptional(),
    empathise: z.literal(true).exactOptional(),
    softSeconds: z.int().min(10).max(3_600).exactOptional(),
  }),
  z.strictObject({ ...base, kind: z.literal("mark"), intro: text, of: id, by: id }),
  z.strictObject({
    ...base,
    kind: z.literal("settle"),
    intro: text,
    sort: z.enum(PROPOSAL_SORTS),
    offeredBy: id.exactOptional(),
    fields,
  }),
  z.strictObject({
    ...base,
    kind: z.literal("review"),
    intro: text,
    questions: z
      .strictObject(
        Object.fromEntries(PROPOSAL_SORTS.map((sort) => [sort, fields])) as Record<
          (typeof PROPOSAL_SORTS)[number],
          typeof fields
        >,
      )
      .exactOptional(),
  }),
]);

const guide: z.ZodType<Guide> = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  version: z.int().min(0).max(32_000),
  area: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  title: text.max(200),
  purpose: text,
  asks: text.exactOptional(),
  isNot: text.exactOptional(),
  how: text,
  minutes: z.int().min(1).max(600),
  roles: z.array(z.strictObject({ id, mine: text, yours: text })).max(2),
  solo: z.literal(true).exactOptional(),
  alone: z.literal(true).exactOptional(),
  steps: z.array(step).max(MOST_STEPS),
});

export type ReadGuide =
  | { readonly ok: true; readonly guide: Guide }
  | { readonly ok: false; readonly problems: readonly UnreadableProblem[] };

/** Reads what somebody brings along as a guide (I1 to I3), or says where it is none and why. Nothing of it is said back. */
export function readGuide(value: unknown): ReadGuide {
  // Before anything else: ten thousand steps are not worth looking at.
  if (isTooMany(value)) return { ok: false, problems: [{ at: "steps", why: "too-many" }] };
  const parsed = guide.safeParse(value);
  if (parsed.success) return { ok: true, guide: parsed.data };
  const problems = parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({
    at: issue.path.join(".") || "guide",
    why: whyOf(issue),
  }));
  return { ok: false, problems };
}

const isTooMany = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "steps" in value &&
  Array.isArray(value.steps) &&
  value.steps.length > MOST_STEPS;

function whyOf(issue: z.core.$ZodIssue): UnreadableProblem["why"] {
  switch (issue.code) {
    case "custom":
      return "markup";
    case "too_big":
      return issue.origin === "array" ? "too-many" : issue.origin === "string" ? "too-long" : "wrong-shape";
    case "unrecognized_keys":
      return "unknown-name";
    case "invalid_format":
      return "bad-name";
    default:
      return "wrong-shape";
  }
}
