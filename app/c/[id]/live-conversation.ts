import { v7 as uuidv7 } from "uuid";
import { decide } from "#conversation/decide";
import type { Guide } from "#conversation/guide";
import type { Move, Words } from "#conversation/moves";
import type { Roster, Seat } from "#conversation/seats";
import { checkWords } from "#conversation/words";
import type { Draft, EntriesEvent, InvitationInfo, Opened, SeatInfo, SeatsEvent } from "#wire/events";
import type { AnyRefusal } from "#wire/refusals";
import type { LiveSocket } from "../../socket";
import { makeDraftKeeper } from "./draft-keeper";
import { type KnownConversation, knowNothing, learn } from "./known-conversation";
import { makeOutbox, type Waiting } from "./outbox";

/** How this browser is connected. `troubled`: the server answers, but cannot keep anything just now. */
export type Connection =
  | { readonly kind: "connecting" }
  | { readonly kind: "online" }
  | { readonly kind: "offline" }
  | { readonly kind: "troubled" }
  | { readonly kind: "ended"; readonly reason: "signed-out" | "removed" };

/** A move that was refused: its words go back to whoever wrote them, with the reason. */
export interface Returned {
  readonly slot: string;
  readonly move: Move;
  readonly refusal: AnyRefusal;
}

/** Everything the page shows, as one value that is replaced and never changed. */
export interface Snapshot extends KnownConversation {
  readonly conversationId: string;
  readonly seat: Seat;
  readonly topic: string | null;
  readonly seats: readonly SeatInfo[];
  readonly here: readonly Seat[];
  readonly invitation: InvitationInfo | null;
  /** The agreements that a review looks at, in the words that were agreed. */
  readonly due: Opened["due"];
  /** What was agreed to here and taken back by whoever offered it, in one's own copy. */
  readonly agreed: Opened["agreed"];
  /** This seat has been asked whether it is ready, and has gone on. Nobody else is told. */
  readonly isReady: boolean;
  readonly connection: Connection;
  /** Sent by this browser and not acknowledged yet, in order. */
  readonly waiting: readonly Waiting[];
  readonly returned: Returned | null;
  /** What to add to this browser's clock to get the server's, in milliseconds. */
  readonly clockOffset: number;
}

export interface LiveConversation {
  snapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  /** Sends a move; it waits in the outbox until it is acknowledged. Refused at once where the rules say no. */
  send(slot: string, move: Move): void;
  /** Keeps what is being written, on the server within two seconds; null when nothing is left of it. */
  keepDraft(slot: string, words: Words | null): void;
  /** Brings what is being written to the server now: on leaving the field, the question or the page. */
  saveDrafts(): void;
  /** What was being written here, on this device or another; it is there again when its question is. */
  draftOf(slot: string): Words | null;
  /** Everything that has been begun and not sent. */
  drafts(): readonly Draft[];
  dismissReturned(): void;
  /** Whoever sits here has said that they are ready. */
  goOn(): void;
  /** The server's time, as well as it can be told from here. */
  serverNow(): number;
  /** Connects, and stays connected until the function it gives is called. */
  start(): () => void;
}

/** Makes a conversation live: what was loaded with the page, then everything that follows over a socket. */
export function makeLiveConversation(
  conversationId: string,
  opened: Opened,
  openSocket: () => Promise<LiveSocket>,
  clock: () => number = Date.now,
): LiveConversation {
  let current = firstSnapshot(conversationId, opened, clock());
  const listeners = new Set<() => void>();
  const change = (next: Partial<Snapshot>) => {
    current = { ...current, ...next };
    for (const listener of listeners) listener();
  };
  const serverNow = () => clock() + current.clockOffset;
  const outbox = makeOutbox({
    conversationId,
    changed: (waiting) => change({ waiting }),
    refused: ({ slot, move, typed }, refusal) => giveBack(slot, move, refusal, typed),
    troubled: (isTroubled) => {
      if (current.connection.kind === "online" || current.connection.kind === "troubled")
        change({ connection: { kind: isTroubled ? "troubled" : "online" } });
    },
  });
  const drafts = makeDraftKeeper(conversationId, opened.drafts);
  let socket: LiveSocket | null = null;

  const giveBack = (slot: string, move: Move, refusal: AnyRefusal, typed: Words | null) => {
    const words = move.words?.passed === true ? typed : move.words;
    if (words) {
      drafts.keep(slot, words);
      drafts.flush();
    }
    change({ returned: { slot, move, refusal } });
  };

  const take = (news: Pick<EntriesEvent, "entries" | "revealed">) => {
    const known = learn(current, news);
    if (known) change(known);
    else if (socket) catchUp(socket);
  };

  const catchUp = (on: LiveSocket, since = current.state.head) => {
    on.timeout(10_000)
      .emitWithAck("open", { conversationId, since })
      .then(
        (answer) => {
          if (on !== socket || !on.connected) return;
          if (answer.ok) {
            const hasLeft = isLeftSince(current.state.roster, answer.roster);
            // Words that were on this page may be gone, too: it begins anew with what is left.
            if (hasLeft && since > 0) return catchUp(on, 0);
            if (hasLeft) change(fromTheBeginning(current.guide, answer));
            change({ ...situational(answer, clock()), connection: { kind: "online" } });
            take(answer);
            outbox.connect(on);
            drafts.connect(on);
          } else if ("refusal" in answer && answer.refusal.kind === "not-a-member") end("removed");
          else retry(on);
        },
        () => retry(on),
      );
  };
  const retry = (on: LiveSocket) => setTimeout(() => on === socket && on.connected && catchUp(on), 2_000);
  const end = (reason: "signed-out" | "removed") => {
    change({ connection: { kind: "ended", reason } });
    socket?.disconnect();
  };

  const attach = (on: LiveSocket) => {
    socket = on;
    on.on("connect", () => catchUp(on));
    on.on("disconnect", () => {
      outbox.disconnect();
      drafts.disconnect();
      if (current.connection.kind !== "ended") change({ connection: { kind: "offline" } });
    });
    on.on("connect_error", (error) => {
      if (on.active) change({ connection: { kind: "offline" } });
      else if (error.message === "not-signed-in") end("signed-out");
      else setTimeout(() => on === socket && on.connect(), 2_000);
    });
    on.on("entries", (event) => event.conversationId === conversationId && take(event));
    on.on("here", (event) => event.conversationId === conversationId && change({ here: event.seats }));
    on.on("seats", (event) => {
      if (event.conversationId !== conversationId) return;
      change(seatsOf(event));
      if (event.seats.some(({ left }) => left)) catchUp(on);
    });
    on.on("ended", ({ reason }) => end(reason));
    if (on.connected) catchUp(on);
  };
  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(slot, move) {
      const { guide, state, seat } = current;
      const decision = decide(guide, state, seat, move, serverNow());
      const refusal = decision.ok ? refusalOf(checkWords(state, move)) : decision.refusal;
      const typed = drafts.read(slot);
      if (refusal) giveBack(slot, move, refusal, typed);
      else {
        drafts.forget(slot);
        change({ returned: null });
        outbox.add({ moveId: uuidv7(), slot, move, typed });
      }
    },
    keepDraft: drafts.keep,
    saveDrafts: drafts.flush,
    draftOf: drafts.read,
    drafts: drafts.all,
    dismissReturned: () => change({ returned: null }),
    goOn: () => change({ isReady: true }),
    serverNow,
    start() {
      let stopped = false;
      openSocket().then(
        (on) => (stopped ? on.disconnect() : attach(on)),
        () => change({ connection: { kind: "offline" } }),
      );
      return () => {
        stopped = true;
        drafts.flush();
        outbox.disconnect();
        drafts.disconnect();
        socket?.disconnect();
        socket = null;
      };
    },
  };
}

function firstSnapshot(conversationId: string, opened: Opened, now: number): Snapshot {
  return {
    ...fromTheBeginning(opened.guide, opened),
    ...situational(opened, now),
    conversationId,
    seat: opened.seat,
    due: opened.due,
    isReady: opened.ready,
    connection: { kind: "connecting" },
    waiting: [],
    returned: null,
  };
}

/** What an `open` since 0 tells of the words. */
function fromTheBeginning(guide: Guide, opened: Opened) {
  const nothing = knowNothing(guide, opened.roster);
  const { topic, agreed } = opened;
  return { ...(learn(nothing, opened) ?? nothing), topic, agreed };
}

/** Whether somebody has left, or taken back their words, since `known`. */
function isLeftSince(known: Roster, now: Roster): boolean {
  const gone = ({ left = [], withdrawn = [] }: Roster) => left.length + withdrawn.length;
  return gone(now) > gone(known);
}

/** What an `open` tells beside the entries. */
function situational(opened: Opened, now: number) {
  const { seats, here, invitation } = opened;
  return { seats, here, invitation, clockOffset: Date.parse(opened.now) - now };
}

const seatsOf = ({ seats, invitation }: SeatsEvent) => ({ seats, invitation });

function refusalOf(decision: ReturnType<typeof checkWords>): AnyRefusal | null {
  return decision.ok ? null : decision.refusal;
}
