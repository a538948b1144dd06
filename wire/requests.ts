import { z } from "zod";
import { STATEMENT_IDS, type StatementId } from "#conversation/check-ins/statements";
import { ASSIGNMENT_ANSWERS } from "#conversation/therapy/assignments";
import { keepingSchema } from "./keeping-schema";
import { LOCALES } from "./locales";
import { moveSchema, wordsSchema } from "./move-schema";
import { APP_FACES, CALENDAR_TITLES, TEXT_SIZES, THEMES } from "./preferences";

const conversationId = z.uuid();
/** In an address: what is no id is the id of nothing. */
export const conversationIdSchema = conversationId;
export const spaceIdSchema = z.uuid();
/** The same for the public id of a sign-in. */
export const signInIdSchema = z.uuid();
/** In an address, too. */
export const takeoutIdSchema = z.uuid();
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

const mailedCode = z.string().regex(/^\d{6}$/);

/** 128 bits in base64url: the public half of an invitation. */
export const invitationIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const openRequest = z.strictObject({ conversationId, since: z.int().min(0).default(0) });
export const moveRequest = z.strictObject({ conversationId, moveId: z.uuid(), move: moveSchema });
export const draftRequest = z.strictObject({
  conversationId,
  slot: z.string().regex(/^[a-z0-9-]{1,120}:[a-z-]{1,32}$/),
  words: wordsSchema.nullable(),
  instead: z.iso.datetime().optional(),
});
export const apartRequest = z.strictObject({
  conversationId,
  apartId: z.uuid(),
  text: z.string().trim().min(1).max(8_000),
});
export const sayWordRequest = z.strictObject({ conversationId });
export const leaveRequest = z.strictObject({ conversationId });
export const watchRequest = z.strictObject({ spaceId: spaceIdSchema, since: z.iso.datetime().optional() });
export const keepingRequest = z.strictObject({ keepingId: z.uuid(), keeping: keepingSchema });
/** How one's own calendar of a space names things: neutrally, where it is not said. */
export const calendarRequest = z.strictObject({ titles: z.enum(CALENDAR_TITLES).optional() });
/** The number of a letter or an appreciation of the other. */
export const openedRequest = z.strictObject({ seq: z.int().min(1).max(1_000_000) });

export const startRequest = z.strictObject({
  guide: z.string().max(64),
  topic: topic.optional(),
  name: name.optional(),
  role: z.string().max(64).optional(),
  askFirst: z.boolean().optional(),
  alone: z.boolean().optional(),
  after: conversationId.optional(),
  space: spaceIdSchema.optional(),
  from: conversationId.optional(),
});
export const readyRequest = z.strictObject({
  stirred: z.int().min(0).max(10),
  free: z.boolean(),
  goOn: z.boolean(),
});
export const lookRequest = z.strictObject({ secret });
export const claimRequest = z.strictObject({ secret, name: name.optional(), claimId: z.uuid().optional() });
export const openSpaceRequest = z.strictObject({ name: name.optional(), askFirst: z.boolean().optional() });
export const inviteRequest = z.strictObject({ askFirst: z.boolean().optional() });
export const eraseRequest = z.strictObject({ confirm: z.string().max(200) });
/** The words of whoever leaves stay for the other to read, or are gone for both. */
export const leaveSpaceRequest = z.strictObject({ words: z.enum(["leave", "take-back"]) });
export const admitRequest = z.strictObject({ admit: z.boolean() });
export const localeRequest = z.strictObject({ locale: z.enum(LOCALES) });
const profileLine = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u);
const secretsPolicy = z.enum(["none", "limited"]);
/** What a therapist says about themselves. */
export const profileRequest = z.strictObject({
  name,
  practice: profileLine,
  registration: profileLine,
  jurisdiction: profileLine,
  languages: profileLine,
  secrets: secretsPolicy,
});
export const engagementIdSchema = z.uuid();
/** The named list of what one partner shares; conversations from their start, or from here on. */
export const consentToTherapyRequest = z.strictObject({
  conversations: z
    .record(conversationId, z.enum(["start", "now"]))
    .refine((named) => Object.keys(named).length <= 500),
  later: z.boolean(),
  lasting: z.boolean(),
  answers: z.boolean(),
  checkIns: z.boolean(),
  record: z.boolean(),
  /** The policy that was read with it. */
  secrets: secretsPolicy,
});
/** For how long the therapist keeps their own copy; ten years at most. */
export const endEngagementRequest = z.strictObject({ keepDays: z.int().min(0).max(3_660) });
export const invitePartnerRequest = z.strictObject({ seat: z.enum(["a", "b"]) });
const whereaboutsLine = z
  .string()
  .trim()
  .max(300)
  // What could make an address or a number read otherwise than it was written is none of it.
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u);
/** Before a meeting apart; any of it may be empty, but not all. */
export const whereaboutsRequest = z
  .strictObject({ where: whereaboutsLine, call: whereaboutsLine, word: whereaboutsLine.max(40) })
  .refine((given) => Object.values(given).some((line) => line !== ""));
/** In an address, too. */
export const assignmentIdSchema = z.uuid();
/** What is longer than it may be is told so in a refusal of its own. */
const askedText = z.string().trim().min(1).max(32_000);
/** Something to be done between two meetings. */
export const assignRequest = z.strictObject({
  /** Made in the browser; the same is asked once. */
  assignmentId: z.uuid(),
  for: z.enum(["a", "b", "both"]),
  dueOn: z.iso.date().optional(),
  note: askedText.optional(),
  asked: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("guide"), guide: z.string().max(64) }),
    z.strictObject({ kind: z.literal("own-guide"), id: z.uuid(), version: z.int().min(1).max(32_000) }),
    z.strictObject({ kind: z.literal("check-in") }),
    z.strictObject({ kind: z.literal("commitment"), text: askedText }),
    z.strictObject({ kind: z.literal("reading"), text: askedText }),
  ]),
});
export const answerAssignmentRequest = z.strictObject({ answer: z.enum(ASSIGNMENT_ANSWERS) });
export const beginAssignmentRequest = z.strictObject({ role: z.string().max(64).optional() });
/** In an address, too. */
export const noteIdSchema = z.uuid();
export const summaryIdSchema = z.uuid();
const noteWords = { title: z.string().max(1_000), text: z.string().max(32_000) };
/** A therapist’s own note, made in the browser and kept once. */
export const noteOfWorkRequest = z.strictObject({ noteId: z.uuid(), ...noteWords });
/** `version` is the one that was changed. */
export const changeNoteRequest = z.strictObject({ version: z.int().min(1), ...noteWords });
/** What a therapist shares with both, and the moves that it quotes, in that order. */
export const summaryRequest = z.strictObject({
  /** Made in the browser; the same is shared once. */
  summaryId: z.uuid(),
  text: askedText,
  quotes: z.array(z.strictObject({ conversationId, seq: z.int().min(1) })).max(50),
});
/** In an address, too. */
export const ownGuideIdSchema = z.uuid();
/** A guide of one’s own is begun: with nothing, as a copy, or from a file, which is read apart from the rest. */
export const beginGuideRequest = z.strictObject({
  /** Made in the browser; the same is begun once. */
  guideId: z.uuid(),
  from: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("nothing") }),
    z.strictObject({ kind: z.literal("shipped"), guide: z.string().max(64) }),
    z.strictObject({ kind: z.literal("file"), guide: z.unknown() }),
  ]),
});
const changes = z.int().min(1);
export const changeGuideRequest = z.strictObject({ changes, guide: z.unknown() });
export const versionRequest = z.strictObject({ changes });
export const putAwayRequest = z.strictObject({ away: z.boolean() });
export const emptyRequest = z.strictObject({});

/** What is no address is told so in a refusal of its own: wire/mail-address.ts. */
export const askForCodeRequest = z.strictObject({ address: z.string().max(1_000) });
export const signInRequest = z.strictObject({ code: mailedCode });
export const guestRequest = z.strictObject({ bring: z.boolean() });

const timeZone = z.string().max(64).refine(isTimeZone);

export const settingsRequest = z
  .strictObject({
    name: name.optional(),
    /** The name also where one has a seat already, not only from now on. */
    nameInSpaces: z.boolean().optional(),
    locale: z.enum(LOCALES).optional(),
    timeZone: timeZone.nullable().optional(),
    theme: z.enum(THEMES).optional(),
    textSize: z.enum(TEXT_SIZES).optional(),
    softTimers: z.boolean().optional(),
    appFace: z.enum(APP_FACES).optional(),
  })
  .refine((settings) => Object.keys(settings).length > 0)
  .refine(({ name, nameInSpaces }) => nameInSpaces === undefined || name !== undefined);
/** What is no address is told so in a refusal of its own. */
export const changeAddressRequest = z.strictObject({ address: z.string().max(1_000) });
export const confirmAddressRequest = z.strictObject({
  /** Left out by whoever had no address before. */
  oldCode: mailedCode.optional(),
  newCode: mailedCode,
});
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Between these two nobody is told of anything. */
export const noticesRequest = z.strictObject({
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
  /** Of the browser: it holds for whoever never chose one. */
  timeZone: timeZone.optional(),
});
export const consentRequest = z.strictObject({ what: z.enum(["notices", "push"]), given: z.boolean() });

/** What a browser's push service gave it: an address, and the keys of RFC 8291 (a point of the curve, 16 bytes). */
export const pushRequest = z.strictObject({
  endpoint: z.string().max(2_000),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  }),
  /** The address that this one takes the place of. */
  instead: z.string().max(2_000).optional(),
  /** Of the browser: it holds for whoever never chose one. */
  timeZone: timeZone.optional(),
});

export const passkeyOptionsRequest = z.strictObject({ purpose: z.enum(["add", "sign-in"]) });
const base64url = z
  .string()
  .max(8_192)
  .regex(/^[A-Za-z0-9_-]+$/);
/** What both kinds of answer of a browser's `navigator.credentials` have. */
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).exactOptional(),
  /** Whatever a browser's extensions say: nothing of it is used. */
  clientExtensionResults: z.looseObject({}),
};
export const addPasskeyRequest = z.strictObject({
  /** Of the options that are answered. */
  id: secret,
  response: z.strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: base64url,
      attestationObject: base64url,
      authenticatorData: base64url.exactOptional(),
      transports: z.array(z.string().max(32)).max(16).exactOptional(),
      publicKeyAlgorithm: z.int().exactOptional(),
      publicKey: base64url.exactOptional(),
    }),
  }),
});
export const passkeySignInRequest = z.strictObject({
  id: secret,
  response: z.strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.exactOptional(),
    }),
  }),
});

/** In an address, too. */
export const checkInIdSchema = z.uuid();
export const letterIdSchema = z.uuid();
/** What is longer than it may be is told so in a refusal of its own. */
const ownText = z.string().max(32_000);
const answer = z.int().min(0).max(10).exactOptional();
/** One's own answers: what was left out is not there. One is enough, and a note without any is too. */
export const checkInRequest = z
  .strictObject({
    /** Made in the browser; the same check-in is kept once. */
    checkInId: z.uuid(),
    answers: z.strictObject(answersOf(answer)),
    note: ownText.optional(),
  })
  .refine(
    ({ answers, note }) => Object.keys(answers).length > 0 || (note !== undefined && note.trim() !== ""),
  );
/** Beside one answer, or beside the `whole` check-in. An empty one takes it away. */
export const noteRequest = z.strictObject({
  statement: z.enum([...STATEMENT_IDS, "whole"]),
  note: ownText,
});
/** Whether the partner in that space may read that answer. */
export const shareRequest = z.strictObject({
  statement: z.enum(STATEMENT_IDS),
  space: spaceIdSchema,
  shared: z.boolean(),
});
const letterWords = { title: z.string().max(1_000), text: ownText };
/** A letter of one's own, made in the browser and kept once; or what one wrote in “Letting go”. */
export const letterRequest = z.union([
  z.strictObject({ letterId: z.uuid(), ...letterWords }),
  z.strictObject({ from: conversationId }),
]);
/** `version` is the one that was changed. */
export const changeLetterRequest = z.strictObject({ version: z.int().min(1), ...letterWords });
/** As it stood in that `version`, to the partner in that space. */
export const sendLetterRequest = z.strictObject({ version: z.int().min(1), space: spaceIdSchema });

export type OpenedRequest = z.infer<typeof openedRequest>;
export type CalendarRequest = z.infer<typeof calendarRequest>;
export type KeepingRequest = z.infer<typeof keepingRequest>;
export type ProfileRequest = z.infer<typeof profileRequest>;
export type ConsentToTherapyRequest = z.infer<typeof consentToTherapyRequest>;
export type EndEngagementRequest = z.infer<typeof endEngagementRequest>;
export type WhereaboutsRequest = z.infer<typeof whereaboutsRequest>;
export type BeginGuideRequest = z.infer<typeof beginGuideRequest>;
export type ChangeGuideRequest = z.infer<typeof changeGuideRequest>;
export type VersionRequest = z.infer<typeof versionRequest>;
export type PutAwayRequest = z.infer<typeof putAwayRequest>;
export type AssignRequest = z.infer<typeof assignRequest>;
export type AnswerAssignmentRequest = z.infer<typeof answerAssignmentRequest>;
export type BeginAssignmentRequest = z.infer<typeof beginAssignmentRequest>;
export type NoteOfWorkRequest = z.infer<typeof noteOfWorkRequest>;
export type ChangeNoteRequest = z.infer<typeof changeNoteRequest>;
export type SummaryRequest = z.infer<typeof summaryRequest>;
export type InvitePartnerRequest = z.infer<typeof invitePartnerRequest>;
export type StartRequest = z.infer<typeof startRequest>;
export type ReadyRequest = z.infer<typeof readyRequest>;
export type ClaimRequest = z.infer<typeof claimRequest>;
export type OpenSpaceRequest = z.infer<typeof openSpaceRequest>;
export type InviteRequest = z.infer<typeof inviteRequest>;
export type EraseRequest = z.infer<typeof eraseRequest>;
export type LeaveSpaceRequest = z.infer<typeof leaveSpaceRequest>;
export type LocaleRequest = z.infer<typeof localeRequest>;
export type AskForCodeRequest = z.infer<typeof askForCodeRequest>;
export type SignInRequest = z.infer<typeof signInRequest>;
export type PushRequest = z.infer<typeof pushRequest>;
export type GuestRequest = z.infer<typeof guestRequest>;
export type SettingsRequest = z.infer<typeof settingsRequest>;
export type PasskeyOptionsRequest = z.infer<typeof passkeyOptionsRequest>;
export type AddPasskeyRequest = z.infer<typeof addPasskeyRequest>;
export type PasskeySignInRequest = z.infer<typeof passkeySignInRequest>;
export type ChangeAddressRequest = z.infer<typeof changeAddressRequest>;
export type ConfirmAddressRequest = z.infer<typeof confirmAddressRequest>;
export type NoticesRequest = z.infer<typeof noticesRequest>;
export type ConsentRequest = z.infer<typeof consentRequest>;
export type CheckInRequest = z.infer<typeof checkInRequest>;
export type NoteRequest = z.infer<typeof noteRequest>;
export type ShareRequest = z.infer<typeof shareRequest>;
export type LetterRequest = z.infer<typeof letterRequest>;
export type ChangeLetterRequest = z.infer<typeof changeLetterRequest>;
export type SendLetterRequest = z.infer<typeof sendLetterRequest>;

function answersOf<Schema>(schema: Schema): Record<StatementId, Schema> {
  return Object.fromEntries(STATEMENT_IDS.map((id) => [id, schema])) as Record<StatementId, Schema>;
}

/** Browsers have names that are in no list of ours: `UTC`, and older ones. What is only a distance from it is none. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false; // throwing is the only way there is to learn that nobody knows it
  }
}
