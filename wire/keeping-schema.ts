import { z } from "zod";
import { PROPOSAL_SORTS } from "#conversation/agreements";
import { CHANGES, type Keeping, SIGHTS } from "#conversation/keeping/keepings";
import { wordsSchema } from "./move-schema";

/** The number of an earlier one. */
const number = z.int().min(1).max(1_000_000);
const agreement = z.uuid();
/** The wording that was on the screen. */
const version = z.int().min(1).max(30_000);
/** Whether the calendar has it the rules say. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const wordy = { words: wordsSchema.optional() };

/** Every keeping of docs/wire.md, strictly: what is not named is refused, `seat`, `by` and `seq` above all. */
const parsed = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("offer"),
    sort: z.enum(PROPOSAL_SORTS),
    amends: number.optional(),
    ...wordy,
  }),
  z.strictObject({
    kind: z.literal("propose"),
    agreement,
    version,
    change: z.enum(CHANGES),
    amends: number.optional(),
    from: day.optional(),
    until: day.optional(),
    ...wordy,
  }),
  z.strictObject({ kind: z.literal("accept"), answers: number }),
  z.strictObject({ kind: z.literal("decline"), answers: number }),
  z.strictObject({ kind: z.literal("withdraw"), answers: number }),
  z.strictObject({ kind: z.literal("end"), agreement }),
  z.strictObject({ kind: z.literal("crossed"), agreement, version, ...wordy }),
  z.strictObject({ kind: z.literal("report"), agreement, version, day, kept: z.boolean() }),
  z.strictObject({ kind: z.literal("see"), answers: number, sight: z.enum(SIGHTS), ...wordy }),
  z.strictObject({ kind: z.literal("make-good"), answers: number, ...wordy }),
  z.strictObject({ kind: z.literal("reached"), agreement, version }),
  z.strictObject({ kind: z.literal("how-was-it"), agreement, version, ...wordy }),
  z.strictObject({ kind: z.literal("appreciate"), ...wordy }),
  z.strictObject({ kind: z.literal("letter"), ...wordy }),
]);

/** A parsed keeping never has a key without a value, which is what `Keeping` says (see `moveSchema`). */
export const keepingSchema = parsed.transform((keeping) => keeping as Keeping);
