import { move, open, type Pair, type TestServer } from "./test-server";
import { type TestSocket, told } from "./test-socket";

/** A conversation with both partners in it, who have said yes to the ground rules; a speaks first, as number 3. */
export interface Talk {
  readonly pair: Pair;
  readonly a: TestSocket;
  readonly b: TestSocket;
}

export async function inTalk(server: TestServer): Promise<Talk> {
  const pair = await server.startPair();
  const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
  for (const socket of [a, b]) await open(socket, pair.id);
  for (const socket of [a, b]) await move(socket, pair.id, { kind: "acknowledge" });
  for (const socket of [a, b]) await told(socket, "entries", ({ head }) => head === 2);
  return { pair, a, b };
}

/** Both speak aloud and are heard; what each understood comes next, in writing, as number 11. */
export async function bothHeard({ pair, a, b }: Talk): Promise<void> {
  for (const [speaker, listener, said] of [
    [a, b, 3],
    [b, a, 7],
  ] as const) {
    await move(speaker, pair.id, { kind: "say", aloud: true });
    await move(listener, pair.id, { kind: "reflect", answers: said, aloud: true });
    await move(speaker, pair.id, { kind: "check", answers: said + 1, verdict: "yes" });
    await move(speaker, pair.id, { kind: "heard" });
  }
}
