import type { Move, Words } from "#conversation/moves";
import type { MoveAnswer } from "#wire/events";
import type { AnyRefusal } from "#wire/refusals";
import type { Device } from "../../device/device";
import type { DeviceStore, Place } from "../../device/device-store";
import type { LiveSocket } from "../../socket";

/** A move on its way: its id was made when Send was pressed and stays the same however often it is sent. */
export interface Waiting {
  readonly moveId: string;
  readonly slot: string;
  readonly move: Move;
  /** What stood in the box when it was sent: a pass carries none of it, and must not cost it. */
  readonly typed: Words | null;
}

/** As it is kept. What was refused stays until whoever wrote it has seen why. */
interface Stored extends Waiting {
  readonly refusal?: AnyRefusal;
}

interface OutboxOwner {
  readonly conversationId: string;
  changed(waiting: readonly Waiting[]): void;
  refused(waiting: Waiting, refusal: AnyRefusal): void;
  /** The server answers, but cannot store anything at the moment; or can again. */
  troubled(isTroubled: boolean): void;
}

export interface Outbox {
  /** Takes up what was left waiting, by this page before it was closed or by another tab. Gives what ends that. */
  start(): () => void;
  add(waiting: Waiting): void;
  /** What was refused has been seen. */
  dismiss(): void;
  /** Sends what waits, in order, over this socket, one after the other. */
  connect(socket: LiveSocket): void;
  disconnect(): void;
}

const ANSWER_WITHIN = 10_000;
const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/**
 * Keeps moves until the server has acknowledged them, and sends them again with the same id until then. All tabs of a
 * conversation share what waits, in the order in which it was written; only one of them sends at a time.
 */
export function makeOutbox(owner: OutboxOwner, device: Device): Outbox {
  const place: Place = { what: "move", conversationId: owner.conversationId };
  let opened: Promise<DeviceStore> | null = null;
  const store = () => (opened ??= device.openStore());
  let stored: readonly Stored[] = [];
  let arriving: readonly Waiting[] = []; // of this page, on their way into the store
  const told = new Set<string>();
  const onTheirWay = new Map<string, Promise<MoveAnswer | null>>();
  let socket: LiveSocket | null = null;
  let isSending = false;
  let pause = SHORTEST_PAUSE;

  const firstWaiting = () => stored.find(({ refusal }) => !refusal);

  /** Looks what is in the store now: any tab may have put something there, or sent it. */
  const look = async (arrived?: string) => {
    const kept = await (await store()).all(place);
    stored = kept.map(({ value }) => value as Stored); // put there by an outbox, and sealed since
    arriving = arriving.filter(({ moveId }) => moveId !== arrived);
    owner.changed([...stored.filter(({ refusal }) => !refusal), ...arriving]);
    for (const { refusal, ...one } of stored) if (refusal && isNews(one)) owner.refused(one, refusal);
  };
  const isNews = ({ moveId }: Waiting) => !told.has(moveId) && Boolean(told.add(moveId));

  const flush = async () => {
    if (isSending) return;
    isSending = true;
    while (socket?.connected && firstWaiting() && (await sendFirst()));
    isSending = false;
  };

  /** Whether to go on with the next one. */
  const sendFirst = () =>
    device
      .alone(`outbox:${owner.conversationId}`, async () => {
        await look(); // another tab may have sent it while this one waited
        const next = firstWaiting();
        const answer = next && (await send(next));
        return next && answer ? settle(next, answer) : true;
      })
      .catch(() => false); // this tab was asleep, and another one goes on: what it does is told

  const send = ({ moveId, move }: Waiting): Promise<MoveAnswer | null> => {
    const answer = onTheirWay.get(moveId) ?? emit({ moveId, move });
    onTheirWay.delete(moveId);
    return answer;
  };

  /**
   * Where nothing else waits, a move goes out while it is put into the store: whoever presses Send and leaves the page at
   * once has sent it.
   */
  const sendAtOnce = (one: Waiting) => {
    const isFirst = !isSending && arriving.length === 0 && !firstWaiting();
    if (isFirst && socket?.connected) onTheirWay.set(one.moveId, emit(one));
  };

  /** Null without an answer in time, or cut off: whether it was stored is not known here. */
  const emit = async ({ moveId, move }: Pick<Waiting, "moveId" | "move">): Promise<MoveAnswer | null> => {
    const on = socket;
    if (!on?.connected) return null;
    const request = { conversationId: owner.conversationId, moveId, move };
    return on
      .timeout(ANSWER_WITHIN)
      .emitWithAck("move", request)
      .catch(() => null);
  };

  const settle = async (sent: Waiting, answer: MoveAnswer): Promise<boolean> => {
    if (!answer.ok && (!("refusal" in answer) || answer.refusal.kind === "slow-down")) return again();
    pause = SHORTEST_PAUSE;
    owner.troubled(false);
    const value: Stored | null = answer.ok ? null : { ...sent, refusal: answer.refusal };
    if (value) await (await store()).put(place, { id: sent.moveId, value });
    else await (await store()).remove(place, sent.moveId);
    await look();
    return true;
  };

  /** Something broke over there. The move stays here and is sent again, later each time. */
  const again = () => {
    owner.troubled(true);
    setTimeout(flush, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    return false;
  };

  return {
    start() {
      const changed = () => look().then(flush);
      const watching = store().then((kept) => kept.watch(place, changed));
      changed();
      return () => watching.then((end) => end());
    },
    add(one) {
      sendAtOnce(one);
      arriving = [...arriving, one];
      owner.changed([...stored.filter(({ refusal }) => !refusal), ...arriving]);
      store()
        .then((kept) => kept.put(place, { id: one.moveId, value: one }))
        .then(() => look(one.moveId))
        .then(flush);
    },
    async dismiss() {
      const refused = stored.filter(({ refusal }) => refusal);
      for (const { moveId } of refused) await (await store()).remove(place, moveId);
    },
    connect(on) {
      socket = on;
      flush();
    },
    disconnect() {
      socket = null;
    },
  };
}
