import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import type { Partner } from "#conversation/seats";
import { WHEREABOUTS_KEPT } from "#conversation/therapy/whereabouts";
import { readAccesses } from "#db/access-log";
import { dumpOf } from "#db/testing/dump";
import { whereabouts as whereaboutsTable } from "#db/therapy-schema";
import { deleteGoneWhereabouts } from "#db/whereabouts";
import { leaveSpace } from "../leave-space";
import { canary } from "../testing/canaries";
import { inTalk } from "../testing/in-talk";
import { move, open, startTestServer } from "../testing/test-server";
import { framesOf, type TestSocket, told } from "../testing/test-socket";
import { aTherapist, type Engaged, engaged, engagedWithBoth } from "../testing/with-therapist";
import { endTherapy } from "./consents";
import { giveWhereabouts, ownWhereabouts, takeBackWhereabouts } from "./whereabouts";

// Where one of the two is before a meeting apart, and their word: for one therapist, for a time.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { therapy } = server.ground;
const DONE = { ok: true, answer: {} };
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const NOT_OPEN = { ok: false, refusal: { kind: "not-open" } };

async function give(made: Engaged, seat: Partner, given = {}) {
  const lines = { where: canary(), call: canary(), word: canary(), ...given };
  return giveWhereabouts(therapy, await server.requester(made.pair[seat]), made.engagementId, lines);
}

async function own(made: Engaged, seat: Partner) {
  const { asking, now } = await server.requester(made.pair[seat]);
  return ownWhereabouts(therapy, asking?.personId ?? "", made.spaceId, now);
}

const rowsOf = ({ engagementId }: Engaged) =>
  db.select().from(whereaboutsTable).where(eq(whereaboutsTable.engagementId, engagementId));

const sayWord = (socket: TestSocket, conversationId: string) =>
  socket.emitWithAck("say-word", { conversationId });

async function allThree() {
  const talk = await inTalk(server);
  const made = await engagedWithBoth(server, talk.pair);
  const t = await server.connect(made.t);
  return { ...talk, made, t };
}

describe("who reads it", () => {
  test("[Z1] its author and the therapist, and the other not a byte of it", async () => {
    const { made, pair, a, b, t } = await allThree();
    const given = { where: canary(), call: canary(), word: canary() };
    expect(await give(made, "a", given)).toEqual(DONE);
    expect((await open(t, pair.id)).whereabouts).toEqual([{ seat: "a", ...given, askedAt: null }]);
    expect((await open(a, pair.id)).word).toBe(given.word);
    expect(await own(made, "a")).toMatchObject([{ given }]);
    expect(await open(b, pair.id)).toMatchObject({ whereabouts: [], word: null });
    expect(await own(made, "b")).toMatchObject([{ given: null, goneAt: null }]);
    for (const secret of Object.values(given)) {
      expect(framesOf(b).join()).not.toContain(secret);
      expect(await dumpOf(server.database)).not.toContain(secret);
    }
  });

  test("[Z1] that it was given is in no list of looks, which both read", async () => {
    const { made, pair, t } = await allThree();
    await open(t, pair.id);
    const before = await readAccesses(db, [made.engagementId], 10);
    await give(made, "a");
    await open(t, pair.id);
    expect(await readAccesses(db, [made.engagementId], 10)).toEqual(before);
  });

  test("[Z1] a therapist who has the conversation open sees it come and go", async () => {
    const { made, pair, t } = await allThree();
    await open(t, pair.id);
    await give(made, "b", { where: "Hotel Nord" });
    await told(t, "whereabouts", ({ whereabouts }) => whereabouts[0]?.where === "Hotel Nord");
    const requester = await server.requester(pair.b);
    expect(await takeBackWhereabouts(therapy, requester, made.engagementId)).toEqual(DONE);
    await told(t, "whereabouts", ({ whereabouts }) => whereabouts.length === 0);
    expect((await open(t, pair.id)).whereabouts).toEqual([]);
  });

  test("[Z1] without the consent of both nothing can be given; another couple’s engagement is unknown", async () => {
    const { pair } = await inTalk(server);
    const made = await engaged(server, pair);
    await made.consent("a");
    expect(await give(made, "a")).toEqual(NOT_FOUND);
    await made.consent("b");
    const other = await engagedWithBoth(server, (await inTalk(server)).pair);
    expect(await give({ ...made, pair: other.pair }, "a")).toEqual(NOT_FOUND);
    expect(
      await takeBackWhereabouts(therapy, await server.requester(other.pair.a), made.engagementId),
    ).toEqual(NOT_FOUND);
    const therapist = await server.requester(made.t);
    const lines = { where: "x", call: "", word: "" };
    expect(await giveWhereabouts(therapy, therapist, made.engagementId, lines)).toEqual(NOT_FOUND);
  });

  test("[Z1] another therapist of the same couple reads nothing of it", async () => {
    const { made, pair } = await allThree();
    const second = await engaged(server, pair, await aTherapist(server, { name: "Dr. Sommer" }));
    for (const seat of ["a", "b"] as const) await second.consent(seat);
    const secret = canary();
    await give(made, "a", { where: secret });
    const other = await server.connect(second.t);
    expect((await open(other, pair.id)).whereabouts).toEqual([]);
    expect(framesOf(other).join()).not.toContain(secret);
  });
});

describe("until when", () => {
  test("[Z2] after twelve hours nobody reads it, and it is deleted", async () => {
    const { made, pair, a, t } = await allThree();
    await give(made, "a");
    server.clock.forward(WHEREABOUTS_KEPT);
    expect((await open(t, pair.id)).whereabouts).toEqual([]);
    expect((await open(a, pair.id)).word).toBeNull();
    expect(await sayWord(a, pair.id)).toEqual(NOT_OPEN);
    await deleteGoneWhereabouts(db, server.clock.now());
    expect(await rowsOf(made)).toEqual([]);
    expect(await own(made, "a")).toMatchObject([{ given: null }]);
  });

  const ENDS = {
    "when a consent is withdrawn": (made: Engaged) => made.withdraw("b"),
    "when the work ends": async (made: Engaged) =>
      void (await endTherapy(therapy, await server.requester(made.t), made.engagementId, { keepDays: 0 })),
    "when a partner leaves": async (made: Engaged) =>
      void (await leaveSpace(server.ground.leaving, await server.requester(made.pair.b), made.spaceId, {
        words: "leave",
      })),
  };
  test.each(Object.entries(ENDS))("[Z2] %s it is gone for good", async (_, end) => {
    const { made, pair, a } = await allThree();
    await give(made, "a");
    await end(made);
    expect((await open(a, pair.id)).word).toBeNull();
    expect(await rowsOf(made)).toEqual([]);
  });
});

describe("the word", () => {
  test("[Z3] said, it reaches the therapist alone, is no move, and a hold answers it", async () => {
    const { made, pair, a, b, t } = await allThree();
    const word = canary();
    await give(made, "a", { word });
    for (const socket of [a, b, t]) await open(socket, pair.id);
    const { head } = await open(b, pair.id);
    const framesOfB = framesOf(b).length;
    expect(await sayWord(a, pair.id)).toEqual({ ok: true });
    const { whereabouts } = await told(t, "whereabouts", ({ whereabouts: [one] }) => one?.askedAt !== null);
    expect(whereabouts).toMatchObject([{ seat: "a", word, askedAt: server.clock.now().toISOString() }]);
    expect(framesOf(b)).toHaveLength(framesOfB);
    expect((await open(b, pair.id)).head).toBe(head);
    expect(await move(t, pair.id, { kind: "hold" })).toMatchObject({ ok: true });
  });

  test("[Z3] whoever has given none has nothing to say, nor has the therapist, nor a stranger", async () => {
    const { made, pair, a, b, t } = await allThree();
    await give(made, "a", { word: "" });
    for (const socket of [a, b, t]) await open(socket, pair.id);
    for (const socket of [a, b, t]) expect(await sayWord(socket, pair.id)).toEqual(NOT_OPEN);
    const stranger = await server.connect((await server.startPair()).a);
    expect(await sayWord(stranger, pair.id)).toEqual({ ok: false, refusal: { kind: "not-a-member" } });
  });

  test("[Z3] once the therapist is gone nobody hears it", async () => {
    const { made, pair, a } = await allThree();
    await give(made, "a");
    await made.withdraw("b");
    expect(await sayWord(a, pair.id)).toEqual(NOT_OPEN);
  });
});
