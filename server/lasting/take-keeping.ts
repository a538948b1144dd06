import { decideKeeping, type Place } from "#conversation/keeping/decide-keeping";
import { checkKeepingWords } from "#conversation/keeping/keeping-words";
import type { Keeping } from "#conversation/keeping/keepings";
import type { Refusal } from "#conversation/refusals";
import type { Partner } from "#conversation/seats";
import { type AppendKeeping, prepareAppendKeeping } from "#db/append-keeping";
import type { Database, Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import { findKeeping, readKeepings, structureOfKeeping } from "#db/read-keepings";
import { sealWords } from "#db/sealed-words";
import type { Asking } from "#db/sign-ins";
import { readSpace } from "#db/spaces";
import type { KeepingAnswer } from "#wire/answers";
import type { AnyRefusal } from "#wire/refusals";
import { type KeepingRequest, spaceIdSchema } from "#wire/requests";
import { calendarAt } from "../calendar";
import type { Limit } from "../limits";
import type { Outcome, Requester } from "../requester";
import { makeTurns } from "../turns";
import { keepingPlace } from "./keeping-place";
import { keptToWrite } from "./kept-to-write";
import { placeOf } from "./place-of";
import { readAgreements } from "./read-agreements";
import { readKeysOfSpace, type SeatKeys } from "./space-keys";
import { zoneOf } from "./zone-of";

/** How often a keeping is decided again because somebody else wrote first. */
const MOST_TRIES = 3;

/** What taking a keeping needs. */
export interface TakingKeepings {
  readonly database: Database;
  readonly ring: KeyRing;
  readonly limit: Limit;
  /** Tells both seats' pages that something has changed. Is called after the commit. */
  announce(spaceId: string): void;
}

type Taken = Outcome<KeepingAnswer>;
export type TakeKeeping = (requester: Requester, spaceId: string, request: KeepingRequest) => Promise<Taken>;

interface Taker {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly append: AppendKeeping;
}

/** Who sends it, proven by the statement that stores it once more. */
interface Sender {
  readonly asking: Asking;
  readonly now: Date;
}

/**
 * Makes the one way anything is written about what lasts between two people: decide, append, commit, announce,
 * acknowledge. It resolves after the commit. A keeping id that is stored already gets its first answer.
 */
export function makeTakeKeeping({ database, ring, limit, announce }: TakingKeepings): TakeKeeping {
  const taker: Taker = { db: database.db, ring, append: prepareAppendKeeping(database) };
  const inTurn = makeTurns();
  return async ({ asking, now }, spaceId, request) => {
    if (!asking) return refuse({ kind: "not-signed-in" });
    if (!spaceIdSchema.safeParse(spaceId).success) return refuse({ kind: "not-found" });
    const retryAfterMs = await limit.take(`keeping:${spaceId}:${asking.personId}`);
    if (retryAfterMs > 0) return refuse({ kind: "slow-down", retryAfterMs });
    const { taken, isNew } = await inTurn(spaceId, () =>
      decideAndAppend(taker, { asking, now }, spaceId, request),
    );
    if (isNew) announce(spaceId);
    return taken;
  };
}

interface Result {
  readonly taken: Taken;
  /** It was stored by this request, and by none before it. */
  readonly isNew: boolean;
}

async function decideAndAppend(
  taker: Taker,
  sender: Sender,
  spaceId: string,
  request: KeepingRequest,
): Promise<Result> {
  let isProven = true;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const known = await readKnown(taker, sender.asking.personId, spaceId);
    if (!known) return old(refuse({ kind: "not-found" }));
    const decision = decideOn(known, request.keeping, sender);
    if (!decision.ok) return old(await firstAnswer(taker.db, known, request.keepingId, decision.refusal));
    const result = await appendOne(taker, known, sender, request);
    if (typeof result !== "string") return result;
    isProven = result !== "unproven";
  }
  // Whose seat is still there and cannot be proven has no sign-in any more.
  return old(refuse(isProven ? { kind: "slow-down", retryAfterMs: 1_000 } : { kind: "not-signed-in" }));
}

/** A space as it is now, as far as deciding and sealing need it. */
interface Known {
  readonly spaceId: string;
  readonly seat: Partner;
  readonly keys: SeatKeys;
  readonly place: Place;
}

/** Null for a stranger, an unknown space, and a space of one's own. */
async function readKnown({ db, ring }: Taker, personId: string, spaceId: string): Promise<Known | null> {
  const space = await readSpace(db, personId, spaceId);
  if (!space) return null;
  const { seat } = space;
  const keys = await readKeysOfSpace(db, ring, spaceId);
  const [agreements, keepings] = await Promise.all([
    readAgreements(db, { spaceId, seat, key: keys.get(seat) }),
    readKeepings(db, spaceId),
  ]);
  return { spaceId, seat, keys, place: placeOf(agreements, keepings, space.otherLeft) };
}

function decideOn({ place, seat }: Known, keeping: Keeping, { asking, now }: Sender) {
  const days = { calendar: calendarAt(now), zone: zoneOf(asking.preferences) };
  const decision = decideKeeping(place, seat, keeping, days);
  return decision.ok ? checkKeepingWords(place, keeping, days) : decision;
}

/** `conflict` where somebody else has written in between, `unproven` where the sender has no seat there any more. */
async function appendOne(
  { db, append }: Taker,
  { spaceId, seat, keys, place }: Known,
  { asking, now }: Sender,
  { keepingId, keeping }: KeepingRequest,
): Promise<Result | "conflict" | "unproven"> {
  const withAgreement = await keptToWrite({ db, spaceId, keys }, place, keeping);
  // Nobody can agree to words that cannot be read: for them it is as if the proposal were gone.
  if (!withAgreement) return old(refuse({ kind: "stale", current: null }));
  const { words } = keeping;
  const key = keys.get(seat);
  if (words && !key) throw new Error(`Seat ${seat} of space ${spaceId} has no key.`);
  const seq = place.register.head + 1;
  const appended = await append({
    spaceId,
    seq,
    keepingId,
    seat,
    kind: keeping.kind,
    structure: structureOfKeeping(keeping),
    words: words && key ? sealWords(key, keepingPlace(spaceId, keepingId, seat), words) : null,
    at: now.toISOString(),
    tokenHash: asking.tokenHash,
    ...withAgreement,
  });
  switch (appended.kind) {
    case "stored":
      return { taken: { ok: true, answer: { seq } }, isNew: true };
    case "repeated":
      return old(answerOf(appended, seat));
    case "unproven":
    case "conflict":
      return appended.kind;
  }
}

/** G3: a keeping that is refused now may have been accepted before, and its answer lost on the way. */
async function firstAnswer(
  db: Db,
  { spaceId, seat }: Known,
  keepingId: string,
  refusal: Refusal,
): Promise<Taken> {
  const first = await findKeeping(db, spaceId, keepingId);
  return first ? answerOf(first, seat) : refuse(refusal);
}

function answerOf(first: { readonly seq: number; readonly seat: Partner }, seat: Partner): Taken {
  return first.seat === seat
    ? { ok: true, answer: { seq: first.seq } }
    : refuse({ kind: "bad-request", issues: ["keepingId: is another keeping's"] });
}

const refuse = (refusal: AnyRefusal): Taken => ({ ok: false, refusal });
const old = (taken: Taken): Result => ({ taken, isNew: false });
