import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import type { Move } from "#conversation/moves";
import type { Partner } from "#conversation/seats";
import { type Guest, move, open, type TestServer, tryOpen } from "./test-server";
import { framesOf, type TestSocket, told } from "./test-socket";

const PARTNERS = ["a", "b"] as const;

/** A text that is nowhere else. */
export function canary(): string {
  return `canary${randomBytes(8).toString("hex")}`;
}

/** A conversation in which every text is one of a kind and all that is sent to anybody is looked at. */
export interface WatchedTalk {
  /** Who may read each text by now. The test writes it down by hand, and asks no rule. */
  readonly readers: Map<string, readonly Partner[]>;
  /** A new text that these seats may read from now on, and no others. */
  textFor(...seats: readonly Partner[]): string;
  /** A move that is accepted. Gives its number. */
  take(seat: Partner, made: Move): Promise<number>;
  /** A move that is refused. */
  refused(seat: Partner, made: Move): Promise<void>;
  draft(seat: Partner, slot: string): Promise<void>;
  /** Whether a seat was ever sent something. */
  hasSeen(seat: Partner, text: string): boolean;
  /** All that was sent to somebody who has nothing to do with it. */
  seenByStranger(): string;
}

/**
 * Watches a conversation. After every step each seat also loads its page anew, a stranger tries to, and it is checked
 * that no seat was ever sent a text it may not read by then.
 */
export async function watchTalk(
  server: TestServer,
  id: string,
  guests: Readonly<Record<Partner, Guest>>,
  readers: WatchedTalk["readers"],
): Promise<WatchedTalk> {
  const staying = { a: await server.connect(guests.a), b: await server.connect(guests.b) };
  const sockets: Record<Partner, TestSocket[]> = { a: [staying.a], b: [staying.b] };
  const stranger = await server.connect((await server.startPair()).a);
  for (const seat of PARTNERS) await open(staying[seat], id);
  let head = 0;

  const hasSeen = (seat: Partner, text: string) =>
    sockets[seat].some((socket) => framesOf(socket).some((frame) => frame.includes(text)));

  const check = async () => {
    for (const seat of PARTNERS) {
      if (head > 0) await told(staying[seat], "entries", (event) => event.head === head);
      const page = await server.connect(guests[seat]);
      sockets[seat].push(page);
      await open(page, id, Math.max(0, head - 2));
      page.disconnect();
    }
    await tryOpen(stranger, id);
    for (const [text, allowed] of readers)
      for (const seat of PARTNERS.filter((one) => !allowed.includes(one)))
        expect(hasSeen(seat, text), `${seat} has seen ${text}, after number ${head}`).toBe(false);
  };

  const textFor = (...seats: readonly Partner[]) => {
    const text = canary();
    readers.set(text, seats);
    return text;
  };

  return {
    readers,
    textFor,
    hasSeen,
    seenByStranger: () => framesOf(stranger).join(),
    async take(seat, made) {
      head += 1;
      expect(await move(staying[seat], id, made)).toEqual({ ok: true, seq: head });
      await check();
      return head;
    },
    async refused(seat, made) {
      expect(await move(staying[seat], id, made)).toMatchObject({ ok: false });
      await check();
    },
    async draft(seat, slot) {
      const request = { conversationId: id, slot, words: { text: textFor(seat) } };
      expect(await staying[seat].emitWithAck("draft", request)).toEqual({ ok: true });
      await check();
    },
  };
}
