import { setImmediate } from "node:timers/promises";
import { decide } from "#conversation/decide";
import { checkProposedDays } from "#conversation/keeping/keeping-words";
import type { Move } from "#conversation/moves";
import type { Refusal } from "#conversation/refusals";
import { hasBeenLeft, type Seat } from "#conversation/seats";
import { currentStep } from "#conversation/state";
import { checkWords } from "#conversation/words";
import { type Append, prepareAppend } from "#db/append";
import type { Database, Db } from "#db/database";
import { findMove, type StoredMove, structureOf } from "#db/read-moves";
import { sealWords } from "#db/sealed-words";
import { draftSlot } from "#wire/draft-slot";
import type { MoveRequest } from "#wire/events";
import { agreementToWrite } from "./agreement-to-write";
import { calendarAt } from "./calendar";
import { inTurn, keyOf, type LiveConversation, type LiveConversations, take } from "./live-conversations";
import type { Place } from "./therapy/place";
import { therapistAt } from "./therapy/therapists";

/** How often a move is decided again because another process wrote first. */
const MOST_TRIES = 3;
/** Where a day is over last: whichever day it is for the two, it is not over here before it is there. */
const LAST_ZONE = "Etc/GMT+12";

/** What taking a move needs. */
export interface TakingMoves {
  readonly database: Database;
  readonly live: LiveConversations;
  /** Tells the seats what a commit changed. Is called after the commit, in the order of the numbers. */
  announce(live: LiveConversation, stored: StoredMove, words: Move["words"]): Promise<void>;
}

interface MoveTaker extends Omit<TakingMoves, "database"> {
  readonly db: Db;
  readonly append: Append;
}

/** Who sends a move: proven once when the conversation was opened, and again by the statement that stores it. */
export type Sender = Place & { readonly tokenHash: Uint8Array };

export type Taken =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal };

export type TakeMove = (sender: Sender, request: MoveRequest, now: () => Date) => Promise<Taken>;

/**
 * Makes the one way anything is ever written to a conversation: decide, append, commit, acknowledge, announce.
 * It resolves after the commit, so that the answer may be sent; the announcement follows.
 * A move id that is stored already gets its first answer. `now` is the server's time.
 */
export function makeTakeMove({ database, live, announce }: TakingMoves): TakeMove {
  const taker: MoveTaker = { db: database.db, append: prepareAppend(database), live, announce };
  return (sender, request, now) => takeMove(taker, sender, request, now);
}

async function takeMove(
  taker: MoveTaker,
  sender: Sender,
  request: MoveRequest,
  now: () => Date,
): Promise<Taken> {
  const live = await taker.live.load(request.conversationId);
  if (!live) return refuse({ kind: "not-a-member" });
  return new Promise((answer, fail) => {
    inTurn(live, async () => {
      const { taken, stored } = await decideAndAppend(taker, live, sender, request, now());
      answer(taken);
      if (!stored) return;
      await setImmediate(); // the answer is on its way before anybody hears of the move
      await taker.announce(live, stored, request.move.words);
    }).catch(fail); // after the answer there is nobody left to tell; `announce` reports its own faults
  });
}

interface Outcome {
  readonly taken: Taken;
  readonly stored?: StoredMove;
}

async function decideAndAppend(
  taker: MoveTaker,
  live: LiveConversation,
  sender: Sender,
  request: MoveRequest,
  now: Date,
): Promise<Outcome> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    if (dependsOnTherapist(live, sender)) await taker.live.seeWhoIsThere([live.id]);
    const decision = decideOn(live, sender.seat, request.move, now);
    if (!decision.ok) {
      // Another process may have written since: refuse only what the newest state refuses.
      const head = live.state.head;
      await taker.live.catchUp(live);
      if (live.state.head > head) continue;
      return { taken: await firstAnswer(taker, live, sender.seat, request.moveId, decision.refusal) };
    }
    const outcome = await appendOne(taker, live, sender, request, now);
    if (outcome) return outcome;
    await taker.live.catchUp(live);
  }
  return { taken: refuse({ kind: "slow-down", retryAfterMs: 1_000 }) };
}

/** Consents are in no log: another process may know of one that was given or withdrawn. */
function dependsOnTherapist({ state }: LiveConversation, { seat }: Sender): boolean {
  return seat === "t" || state.held || state.caucus !== null;
}

function decideOn(live: LiveConversation, seat: Seat, move: Move, now: Date) {
  const decision = decide(live.guide, live.state, seat, move, now.getTime());
  if (!decision.ok) return decision;
  const shape = checkWords(live.state, move);
  if (!shape.ok || move.kind !== "propose") return shape;
  return checkProposedDays(move.words ?? {}, { calendar: calendarAt(now), zone: LAST_ZONE });
}

/** Null for a conflict: somebody else's move has that number now. */
async function appendOne(
  taker: MoveTaker,
  live: LiveConversation,
  sender: Sender,
  { moveId, move }: MoveRequest,
  now: Date,
): Promise<Outcome | null> {
  const { seat, tokenHash } = sender;
  const therapist = therapistAt(live, sender); // the statement proves it
  if (seat === "t" && !therapist) return { taken: refuse({ kind: "not-a-member" }) };
  const by = therapist && { by: therapist.engagementId };
  const at = now.toISOString();
  const seq = live.state.head + 1;
  const place = { spaceId: live.spaceId, conversationId: live.id, what: moveId, seat };
  const { words, ...structure } = move;
  const writes = move.kind === "accept" ? await agreementToWrite(taker.db, live, move.answers) : undefined;
  // Nobody can agree to words that cannot be read: for them it is as if the proposal were gone.
  if (writes === null) return { taken: refuse({ kind: "stale", current: null }) };
  const appended = await taker.append({
    conversationId: live.id,
    seq,
    moveId,
    seat,
    kind: move.kind,
    structure: { ...structureOf(move), ...by },
    words: words ? sealWords(keyOf(live, seat), place, words) : null,
    at,
    tokenHash,
    ...(therapist && { therapist }),
    draftSlot: draftSlot(currentStep(live.state)?.progress.step.id ?? "end", move),
    ...(writes && { writes }),
  });
  switch (appended.kind) {
    case "stored": {
      const stored: StoredMove = { ...structure, ...by, seq, seat, at, moveId };
      take(live, [stored]);
      return { taken: { ok: true, seq }, stored };
    }
    case "repeated":
      return { taken: appended.seat === seat ? { ok: true, seq: appended.seq } : refuseTakenId() };
    case "unproven":
      return { taken: await answerUnproven(taker, live, seat, moveId) };
    case "conflict":
      return null;
  }
}

/** No such seat; or the other has left the space, and this process did not know of it yet (G11). */
async function answerUnproven(
  taker: MoveTaker,
  live: LiveConversation,
  seat: Seat,
  moveId: string,
): Promise<Taken> {
  await taker.live.seeWhoIsThere([live.id]);
  const isTheirOwn = live.roster.left?.some((gone) => gone === seat) ?? false;
  if (!hasBeenLeft(live.roster) || isTheirOwn) return refuse({ kind: "not-a-member" });
  return firstAnswer(taker, live, seat, moveId, { kind: "left" });
}

/** G3: a move that is refused now may have been accepted before, and its answer lost on the way. */
async function firstAnswer(
  taker: MoveTaker,
  live: LiveConversation,
  seat: Seat,
  moveId: string,
  refusal: Refusal,
): Promise<Taken> {
  const first = await findMove(taker.db, live.id, moveId);
  if (!first) return refuse(refusal);
  return first.seat === seat ? { ok: true, seq: first.seq } : refuseTakenId();
}

const refuse = (refusal: Refusal): Taken => ({ ok: false, refusal });
const refuseTakenId = (): Taken => refuse({ kind: "bad-request", issues: ["moveId: is another move's"] });
