import { z } from "zod";
import { OUTCOMES, PROPOSAL_SORTS } from "#conversation/agreements";
import { type Move, PACES, PART_VERDICTS, REPAIR_FAMILIES, VERDICTS } from "#conversation/moves";

/** The number of an earlier move. */
const number = z.int().min(1).max(1_000_000);

const words = z
  .record(z.string().max(64), z.union([z.string(), z.number(), z.boolean()]))
  .refine((fields) => Object.keys(fields).length <= 21, "too many fields");

const aloud = z.literal(true).optional();
const wordy = { words: words.optional() };

/** Every move of docs/wire.md, strictly: what is not named is refused, `seat`, `role` and `seq` above all. */
const parsed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("acknowledge") }),
  z.strictObject({ kind: z.literal("write"), ready: z.literal(true), ...wordy }),
  z.strictObject({ kind: z.literal("say"), aloud, ...wordy }),
  z.strictObject({ kind: z.literal("reflect"), answers: number, aloud, ...wordy }),
  z.strictObject({ kind: z.literal("check"), answers: number, verdict: z.enum(VERDICTS), ...wordy }),
  z.strictObject({ kind: z.literal("validate"), answers: number, aloud, ...wordy }),
  z.strictObject({ kind: z.literal("empathise"), answers: number, aloud, ...wordy }),
  z.strictObject({ kind: z.literal("pass-floor") }),
  z.strictObject({ kind: z.literal("heard") }),
  z.strictObject({
    kind: z.literal("mark"),
    answers: number,
    part: z.string().min(1).max(64),
    verdict: z.enum(PART_VERDICTS),
  }),
  z.strictObject({
    kind: z.literal("propose"),
    sort: z.enum(PROPOSAL_SORTS),
    amends: number.optional(),
    reviews: z.uuid().optional(),
    outcome: z.enum(OUTCOMES).optional(),
    ...wordy,
  }),
  z.strictObject({ kind: z.literal("accept"), answers: number }),
  z.strictObject({ kind: z.literal("decline"), answers: number }),
  z.strictObject({ kind: z.literal("withdraw"), answers: number }),
  z.strictObject({ kind: z.literal("enough") }),
  z.strictObject({ kind: z.literal("repair"), family: z.enum(REPAIR_FAMILIES) }),
  z.strictObject({ kind: z.literal("answer-repair"), answers: number, taken: z.boolean() }),
  z.strictObject({ kind: z.literal("time-out"), returnAt: z.iso.datetime() }),
  z.strictObject({ kind: z.literal("return") }),
  z.strictObject({ kind: z.literal("pace"), pace: z.enum(PACES) }),
  z.strictObject({ kind: z.literal("suggest-time"), meetAt: z.iso.datetime() }),
  z.strictObject({ kind: z.literal("answer-time"), answers: number, accepted: z.boolean() }),
  z.strictObject({ kind: z.literal("withdraw-time"), answers: number }),
  z.strictObject({ kind: z.literal("stop") }),
  z.strictObject({ kind: z.literal("reopen") }),
  z.strictObject({ kind: z.literal("hold") }),
  z.strictObject({ kind: z.literal("resume") }),
  z.strictObject({ kind: z.literal("prompt"), ...wordy }),
  z.strictObject({ kind: z.literal("hand-floor"), to: z.enum(["a", "b"]) }),
  z.strictObject({ kind: z.literal("skip-step") }),
  z.strictObject({ kind: z.literal("extend-turn"), minutes: z.int().min(1).max(10) }),
  z.strictObject({ kind: z.literal("caucus"), with: z.enum(["a", "b"]) }),
]);

/**
 * Zod writes an absent optional as `key?: T | undefined`; a parsed move never has the key at all,
 * which is what `Move` says under exactOptionalPropertyTypes.
 */
export const moveSchema = parsed.transform((move) => move as Move);

/** What a draft may hold: fields of any step, too long ones included; whoever types is not refused. */
export const wordsSchema = words;
