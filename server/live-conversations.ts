import { LRUCache } from "lru-cache";
import { begin, evolve } from "#conversation/evolve";
import type { Guide } from "#conversation/guide";
import type { Partner, Roster, Seat } from "#conversation/seats";
import type { State } from "#conversation/state";
import { type ConversationRow, readConversations } from "#db/conversations";
import type { Db } from "#db/database";
import { type EngagementRow, readEngagementsIn } from "#db/engagements";
import { type KeyRing, openSeatKey, openSpaceKey } from "#db/key-ring";
import { readWhoIsThere, type WhoIsThere } from "#db/members";
import { readStructure, readStructures, type StoredMove } from "#db/read-moves";
import type { SealingKey } from "#db/sealing";
import type { GuideBook } from "./guide-book";
import { type Therapist, therapistsIn } from "./therapy/therapists";

/**
 * A conversation as this process has it in memory: a copy of what the log says, checked against the log by every
 * append. It may lie behind (another process wrote), never ahead. It can be thrown away at any time.
 */
export interface LiveConversation {
  readonly id: string;
  readonly spaceId: string;
  readonly guide: Guide;
  /**
   * Changes when somebody leaves for good, and so do `keys` when they take their words back; and with the consents to a
   * therapist.
   */
  roster: Roster;
  /** Who sits in the third seat now, each by consents of their own. */
  therapists: readonly Therapist[];
  readonly topic: Uint8Array | null;
  /** Whose key the topic is sealed with. */
  readonly topicBy: Partner;
  keys: ReadonlyMap<string, SealingKey>;
  /** After the last move this process knows of. */
  state: State;
  /** The last thing waiting for its turn; moves of one conversation are taken one after the other. */
  turn: Promise<unknown>;
}

export interface LiveConversations {
  /** From memory, else from the log; null for an unknown id. */
  load(id: string): Promise<LiveConversation | null>;
  /**
   * Many at once, each as the log has it now, in the same order; unknown ids are left out. The number of queries does
   * not grow with theirs.
   */
  loadMany(ids: readonly string[]): Promise<readonly LiveConversation[]>;
  /** Brings a conversation up to what the log holds now. */
  catchUp(live: LiveConversation): Promise<void>;
  /**
   * Of these conversations, as far as they are in memory: who has left for good since, here or on another process,
   * whose words may be read no more, and which therapists both consent to. What is under way in them finds it so, too.
   */
  seeWhoIsThere(ids: readonly string[]): Promise<void>;
  /** Forgets what it knows. */
  forget(id: string): void;
}

/** At most `most` conversations are kept, the ones used last. */
export function keepLiveConversations(
  db: Db,
  ring: KeyRing,
  guides: GuideBook,
  most = 10_000,
): LiveConversations {
  const cache = new LRUCache<string, Promise<LiveConversation | null>>({ max: most });
  const catchUp = async (live: LiveConversation) =>
    take(live, await readStructure(db, live.id, live.state.head));
  const catchUpAll = async (lives: readonly LiveConversation[]) => {
    const moves = await readStructures(db, new Map(lives.map(({ id, state }) => [id, state.head])));
    for (const live of lives) take(live, moves.get(live.id) ?? []);
  };
  const seeIn = async (lives: readonly LiveConversation[]) => {
    if (lives.length === 0) return;
    const spaceIds = [...new Set(lives.map(({ spaceId }) => spaceId))];
    const there = await readWhoIsThere(db, spaceIds);
    const withTherapist = spaceIds.filter((id) => there.get(id)?.isWithTherapist);
    const engagements = await readEngagementsIn(db, withTherapist);
    for (const live of lives) {
      letGo(live, there.get(live.spaceId));
      seat(live, therapistsIn(engagements.filter(isIn(live.spaceId)), live.id));
    }
    await takeKeys(lives.filter(({ therapists, keys }) => therapists.length > 0 && !keys.has("t")));
  };
  /** The key of the third seat comes with the first therapist: later than the others. */
  const takeKeys = async (lives: readonly LiveConversation[]) => {
    if (lives.length === 0) return;
    const rows = await readConversations(
      db,
      lives.map(({ id }) => id),
    );
    for (const live of lives) {
      const row = rows.find(({ id }) => id === live.id);
      const key = row && keysIn(row, ring).get("t");
      if (key) live.keys = new Map([...live.keys, ["t", key]]);
    }
  };
  const read = async (ids: readonly string[]): Promise<ReadonlyMap<string, LiveConversation>> => {
    if (ids.length === 0) return new Map();
    const lives = (await readConversations(db, ids)).map((row) => fromRow(row, ring, guides));
    await Promise.all([catchUpAll(lives), seeIn(lives)]);
    return new Map(lives.map((live) => [live.id, live]));
  };
  const remember = (id: string, reading: Promise<LiveConversation | null>) => {
    cache.set(id, reading);
    // What failed or was not there is asked for again the next time.
    const drop = () => cache.peek(id) === reading && cache.delete(id);
    reading.then((live) => live ?? drop(), drop);
    return reading;
  };
  const readOne = async (id: string) => (await read([id])).get(id) ?? null;
  return {
    load: (id) => cache.get(id) ?? remember(id, readOne(id)),
    async loadMany(ids) {
      const known = ids.flatMap((id) => cache.get(id) ?? []);
      const missing = ids.filter((id) => !cache.has(id));
      const reading = read(missing);
      for (const id of missing)
        remember(
          id,
          reading.then((found) => found.get(id) ?? null),
        );
      const inMemory = (await Promise.all(known)).filter((live) => live !== null);
      await Promise.all([catchUpAll(inMemory), seeIn(inMemory)]);
      const found = new Map([...inMemory.map((live) => [live.id, live] as const), ...(await reading)]);
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    catchUp,
    async seeWhoIsThere(ids) {
      const inMemory = ids.flatMap((id) => cache.peek(id) ?? []);
      // What could not be loaded is in memory no longer.
      const lives = await Promise.all(inMemory.map((reading) => reading.catch(() => null)));
      await seeIn(lives.filter((live) => live !== null));
    },
    forget: (id) => cache.delete(id),
  };
}

/**
 * Leaving is for good: what is known of it already never becomes less, in whatever order the answers come. Of a space
 * that nobody is left in, nothing can be read any more.
 */
function letGo(live: LiveConversation, gone: WhoIsThere | undefined): void {
  const { left = [], withdrawn = [] } = live.roster;
  const isNew = (gone?.left.length ?? 0) > left.length || (gone?.withdrawn.length ?? 0) > withdrawn.length;
  if (gone && isNew) {
    live.roster = { ...live.roster, left: gone.left, withdrawn: gone.withdrawn };
    live.state = { ...live.state, roster: live.roster };
  }
  const isKept = (seat: string) => gone !== undefined && !gone.withdrawn.some((one) => one === seat);
  if ([...live.keys.keys()].some((seat) => !isKept(seat)))
    live.keys = new Map([...live.keys].filter(([seat]) => isKept(seat)));
}

/** Consents come and go, and with them whoever sits in the third seat. */
function seat(live: LiveConversation, therapists: readonly Therapist[]): void {
  live.therapists = therapists;
  const therapist = therapists.length > 0;
  if (live.roster.therapist === therapist) return;
  live.roster = { ...live.roster, therapist };
  live.state = { ...live.state, roster: live.roster };
}

const isIn =
  (spaceId: string) =>
  (engagement: EngagementRow): boolean =>
    engagement.spaceId === spaceId;

/** Applies moves that come next; those already known are passed over, and so is anything after a gap. */
export function take(live: LiveConversation, moves: readonly StoredMove[]): void {
  for (const move of moves)
    if (move.seq === live.state.head + 1) live.state = evolve(live.guide, live.state, move);
}

/** Runs `task` when everything before it in this conversation is done, whether that went well or not. */
export function inTurn<T>(live: LiveConversation, task: () => Promise<T>): Promise<T> {
  const result = live.turn.then(task, task);
  live.turn = result;
  return result;
}

function fromRow(row: ConversationRow, ring: KeyRing, guides: GuideBook): LiveConversation {
  const guide = row.guide ?? guides.find(row.guideId, row.guideVersion);
  if (!guide)
    throw new Error(
      `Conversation ${row.id} follows guide ${row.guideId} v${row.guideVersion}, which is gone.`,
    );
  const roster: Roster = {
    partners: row.solo ? ["a"] : ["a", "b"],
    therapist: false,
    roles: row.roles,
    ...(row.due.length > 0 && { due: row.due }),
  };
  return {
    id: row.id,
    spaceId: row.spaceId,
    guide,
    roster,
    topic: row.topic,
    topicBy: row.topicBy,
    keys: keysIn(row, ring),
    therapists: [],
    state: begin(guide, roster),
    turn: Promise.resolve(),
  };
}

function keysIn(
  { spaceId, spaceKey, seatKeys }: ConversationRow,
  ring: KeyRing,
): ReadonlyMap<string, SealingKey> {
  const opened = openSpaceKey(ring, spaceId, spaceKey);
  const keys = new Map<string, SealingKey>();
  for (const { seat, wrapped } of seatKeys) {
    const key = openSeatKey(opened, spaceId, seat, wrapped);
    if (key) keys.set(seat, key);
  }
  return keys;
}

/** The key that seals what `seat` writes. Throws when there is none: a seat without a key cannot write. */
export function keyOf(live: LiveConversation, seat: Seat): SealingKey {
  const key = live.keys.get(seat);
  if (!key) throw new Error(`Seat ${seat} of conversation ${live.id} has no key.`);
  return key;
}
