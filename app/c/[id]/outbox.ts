import type { Move, Words } from "#conversation/moves";
import type { MoveAnswer } from "#wire/events";
import type { AnyRefusal } from "#wire/refusals";
import type { LiveSocket } from "../../socket";

/** A move on its way: its id was made when Send was pressed and stays the same however often it is sent. */
export interface Waiting {
  readonly moveId: string;
  readonly slot: string;
  readonly move: Move;
  /** What stood in the box when it was sent: a pass carries none of it, and must not cost it. */
  readonly typed: Words | null;
}

interface OutboxOwner {
  readonly conversationId: string;
  changed(waiting: readonly Waiting[]): void;
  refused(waiting: Waiting, refusal: AnyRefusal): void;
  /** The server answers, but cannot store anything at the moment; or can again. */
  troubled(isTroubled: boolean): void;
}

export interface Outbox {
  add(waiting: Waiting): void;
  /** Sends what waits, in order, over this socket, one after the other. */
  connect(socket: LiveSocket): void;
  disconnect(): void;
}

const ANSWER_WITHIN = 10_000;
const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** Keeps moves until the server has acknowledged them, and sends them again with the same id until then. */
export function makeOutbox(owner: OutboxOwner): Outbox {
  let waiting: readonly Waiting[] = [];
  let socket: LiveSocket | null = null;
  let isSending = false;
  let pause = SHORTEST_PAUSE;

  const set = (next: readonly Waiting[]) => {
    waiting = next;
    owner.changed(next);
  };

  const settle = (sent: Waiting, answer: MoveAnswer) => {
    if (!answer.ok && !("refusal" in answer)) return again();
    pause = SHORTEST_PAUSE;
    owner.troubled(false);
    set(waiting.filter(({ moveId }) => moveId !== sent.moveId));
    if (!answer.ok) owner.refused(sent, answer.refusal);
    flush();
  };

  /** Something broke over there. The move stays here and is sent again, later each time. */
  const again = () => {
    owner.troubled(true);
    setTimeout(flush, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  const flush = () => {
    const [next] = waiting;
    const on = socket;
    if (!next || !on?.connected || isSending) return;
    isSending = true;
    const { moveId, move } = next;
    on.timeout(ANSWER_WITHIN)
      .emitWithAck("move", { conversationId: owner.conversationId, moveId, move })
      .then(
        (answer) => {
          isSending = false;
          settle(next, answer);
        },
        () => {
          isSending = false; // no answer in time, or cut off: whether it was stored is not known here
          flush();
        },
      );
  };

  return {
    add(one) {
      set([...waiting, one]);
      flush();
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
