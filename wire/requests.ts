import { z } from "zod";
import { LOCALES } from "./locales";
import { moveSchema, wordsSchema } from "./move-schema";

const conversationId = z.uuid();
/** In an address: what is no id is the id of nothing. */
export const conversationIdSchema = conversationId;
/** What a person is called here: one line, trimmed. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]+$/u);
const topic = z
  .string()
  .trim()
  .max(120)
  .regex(/^[^\p{Cc}]*$/u);
/** 256 bits in base64url. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** 128 bits in base64url: the public half of an invitation. */
export const invitationIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const openRequest = z.strictObject({ conversationId, since: z.int().min(0).default(0) });
export const moveRequest = z.strictObject({ conversationId, moveId: z.uuid(), move: moveSchema });
export const draftRequest = z.strictObject({
  conversationId,
  slot: z.string().regex(/^[a-z0-9-]{1,120}:[a-z-]{1,32}$/),
  words: wordsSchema.nullable(),
});
export const leaveRequest = z.strictObject({ conversationId });

export const startRequest = z.strictObject({
  guide: z.string().max(64),
  topic: topic.optional(),
  name: name.optional(),
  role: z.string().max(64).optional(),
  askFirst: z.boolean().optional(),
  alone: z.boolean().optional(),
  after: conversationId.optional(),
  from: conversationId.optional(),
});
export const readyRequest = z.strictObject({
  stirred: z.int().min(0).max(10),
  free: z.boolean(),
  goOn: z.boolean(),
});
export const lookRequest = z.strictObject({ secret });
export const claimRequest = z.strictObject({ secret, name: name.optional(), claimId: z.uuid().optional() });
export const admitRequest = z.strictObject({ admit: z.boolean() });
export const localeRequest = z.strictObject({ locale: z.enum(LOCALES) });
export const emptyRequest = z.strictObject({});

export type StartRequest = z.infer<typeof startRequest>;
export type ReadyRequest = z.infer<typeof readyRequest>;
export type ClaimRequest = z.infer<typeof claimRequest>;
export type LocaleRequest = z.infer<typeof localeRequest>;
