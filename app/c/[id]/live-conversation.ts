import { v7 as uuidv7 } from "uuid";
import { decide } from "#conversation/decide";
import type { Move, Words } from "#conversation/moves";
import { checkWords } from "#conversation/words";
import type { Draft, EntriesEvent, Opened, SeatsEvent } from "#wire/events";
import type { AnyRefusal } from "#wire/refusals";
import { areSameWords } from "#wire/same-words";
import { type Device, makePassingDevice } from "../../device/device";
import { dropWaiting } from "../../device/device-store";
import type { LiveSocket } from "../../socket";
import { makeDraftKeeper } from "./draft-keeper";
import { learn } from "./known-conversation";
import type { DraftElsewhere } from "./known-drafts";
import { makeOutbox } from "./outbox";
import { firstSnapshot, fromTheBeginning, isOtherRoster, type Snapshot, situational } from "./snapshot";

/** As long as this passes without news of another device, it is taken to have come to rest. */
const REST = 3_000;

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
  /** What another device of the same person has for this question, where it says something else. */
  draftElsewhere(slot: string): DraftElsewhere | null;
  /** Goes on with what was begun here, or there; the other is dropped. */
  chooseDraft(slot: string, which: "here" | "there"): void;
  /** Everything that has been begun and not sent. */
  drafts(): readonly Draft[];
  dismissReturned(): void;
  /** Says something in a caucus. True once it is kept; false where it is not, and may be tried again with the same id. */
  sayApart(apartId: string, text: string): Promise<boolean>;
  /** Says one’s word, to the therapist alone. True once they are asked. */
  sayWord(): Promise<boolean>;
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
  device: Device = makePassingDevice(),
): LiveConversation {
  let current = firstSnapshot(conversationId, opened, clock());
  const listeners = new Set<() => void>();
  const change = (next: Partial<Snapshot>) => {
    current = { ...current, ...next };
    for (const listener of listeners) listener();
  };
  const serverNow = () => clock() + current.clockOffset;
  const outbox = makeOutbox(
    {
      conversationId,
      changed(waiting) {
        for (const one of waiting) drafts.becameMove(one);
        change({ waiting });
      },
      refused({ slot, move, typed }, refusal) {
        const words = move.words?.passed === true ? typed : move.words;
        const there = drafts.read(slot); // this tab may have begun something else since, or another tab sent it
        giveBack(slot, move, refusal, typed, !there || !words || areSameWords(there, words));
      },
      troubled: (isTroubled) => {
        if (current.connection.kind === "online" || current.connection.kind === "troubled")
          change({ connection: { kind: isTroubled ? "troubled" : "online" } });
      },
    },
    device,
  );
  const readDraftsAnew = () => change({ draftsAnew: current.draftsAnew + 1 });
  const drafts = makeDraftKeeper(
    { conversationId, openStore: device.openStore, changed: readDraftsAnew },
    opened.drafts,
  );
  let socket: LiveSocket | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const giveBack = (slot: string, move: Move, refusal: AnyRefusal, typed: Words | null, isInBox: boolean) => {
    const words = move.words?.passed === true ? typed : move.words;
    if (words && isInBox) {
      drafts.keep(slot, words);
      drafts.flush();
    }
    change({ returned: { slot, move, refusal, isInBox } });
    readDraftsAnew();
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
            const isOther = isOtherRoster(current.state.roster, answer.roster);
            // Words that were on this page may be gone, too: it begins anew with what there is.
            if (isOther && since > 0) return catchUp(on, 0);
            if (isOther) change(fromTheBeginning(current.guide, answer));
            change({ ...situational(answer, clock()), connection: { kind: "online" } });
            take(answer);
            drafts.learn(answer.drafts.filter(({ slot }: Draft) => !isOnItsWay(slot)));
            outbox.connect(on);
            // What a therapist has begun to write is on their page alone: the third seat keeps no drafts.
            if (current.seat !== "t") drafts.connect(on);
          } else if ("refusal" in answer && answer.refusal.kind === "not-a-member") end("removed");
          else retry(on);
        },
        () => retry(on),
      );
  };
  const isOnItsWay = (slot: string) => current.waiting.some((one) => one.slot === slot);
  const retry = (on: LiveSocket) => setTimeout(() => on === socket && on.connected && catchUp(on), 2_000);
  const end = (reason: "signed-out" | "removed") => {
    change({ connection: { kind: "ended", reason } });
    socket?.disconnect();
    if (reason === "signed-out") device.signedOut();
    else device.openStore().then((store) => dropWaiting(store, conversationId));
  };

  const dismissReturned = () => {
    outbox.dismiss();
    change({ returned: null });
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
      const hasTherapist = event.seats.some(({ seat }) => seat === "t");
      if (event.seats.some(({ left }) => left) || hasTherapist || current.state.roster.therapist) catchUp(on);
    });
    on.on("apart", ({ conversationId: id, said }) => {
      if (id !== conversationId) return;
      change({ apart: [...current.apart.filter((one) => one.id !== said.id), said] });
    });
    on.on("whereabouts", ({ conversationId: id, whereabouts }) => {
      if (id === conversationId) change({ whereabouts });
    });
    on.on("drafts", (event) => {
      if (event.conversationId !== conversationId) return;
      clearTimeout(resting);
      resting = setTimeout(() => on === socket && on.connected && catchUp(on), REST);
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
      if (refusal) return giveBack(slot, move, refusal, typed, true);
      dismissReturned();
      // In this order: whatever cuts it off in between, one of the two is kept on this device.
      outbox.add({ moveId: uuidv7(), slot, move, typed });
      drafts.forget(slot, typed);
    },
    keepDraft: drafts.keep,
    saveDrafts: drafts.flush,
    draftOf: drafts.read,
    draftElsewhere: drafts.elsewhere,
    chooseDraft: drafts.choose,
    drafts: drafts.all,
    dismissReturned,
    async sayApart(apartId, text) {
      const answer = await socket
        ?.timeout(10_000)
        .emitWithAck("apart", { conversationId, apartId, text })
        .catch(() => null); // nobody has answered: it is for whoever wrote it to try again
      return answer?.ok ?? false;
    },
    async sayWord() {
      const answer = await socket
        ?.timeout(10_000)
        .emitWithAck("say-word", { conversationId })
        .catch(() => null); // nobody has answered: it is for whoever said it to try again
      return answer?.ok ?? false;
    },
    goOn: () => change({ isReady: true }),
    serverNow,
    start() {
      let stopped = false;
      const connect = () =>
        openSocket().then(
          (on) => (stopped ? on.disconnect() : attach(on)),
          () => {
            change({ connection: { kind: "offline" } });
            setTimeout(() => stopped || connect(), 2_000); // even what connects has to be fetched first
          },
        );
      const endOutbox = outbox.start();
      drafts.start();
      connect();
      return () => {
        stopped = true;
        clearTimeout(resting);
        endOutbox();
        drafts.flush();
        outbox.disconnect();
        drafts.disconnect();
        socket?.disconnect();
        socket = null;
      };
    },
  };
}

const seatsOf = ({ seats, invitation }: SeatsEvent) => ({ seats, invitation });

function refusalOf(decision: ReturnType<typeof checkWords>): AnyRefusal | null {
  return decision.ok ? null : decision.refusal;
}
