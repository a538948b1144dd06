import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { newestGuide } from "#conversation/guides/catalogue";
import type { Partner } from "#conversation/seats";
import { readConversation } from "#db/conversations";
import { dumpOf } from "#db/testing/dump";
import { ownGuide, ownGuideVersion } from "#db/therapy-schema";
import type { AssignRequest } from "#wire/requests";
import { canary } from "../testing/canaries";
import { inTalk } from "../testing/in-talk";
import { startTestServer } from "../testing/test-server";
import { aTherapist, type Engaged, engaged, engagedWithBoth } from "../testing/with-therapist";
import { assign, withdrawWhatIsAsked } from "./assign";
import { assignedTo, assignmentsOf } from "./assigned";
import { endTherapy } from "./consents";
import { answerAssignment, beginAssigned } from "./do-assigned";
import { therapyWaitsFor } from "./read-for-partner";

// What a therapist asks between two meetings: whom it reaches, and when.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { therapy, desk } = server.ground;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
const READING = { kind: "reading", text: "Slowly, and twice." } as const;

async function withBoth(): Promise<Engaged> {
  return engagedWithBoth(server, (await inTalk(server)).pair);
}

async function ask(made: Engaged, request: Partial<AssignRequest> = {}) {
  const asked = { assignmentId: randomUUID(), for: "both", asked: READING, ...request } as const;
  return assign(therapy, await server.requester(made.t), made.engagementId, asked);
}

async function askedId(made: Engaged, request: Partial<AssignRequest> = {}): Promise<string> {
  const done = await ask(made, request);
  if (!done.ok) throw new Error(`Not asked: ${JSON.stringify(done)}`);
  return done.answer.id;
}

async function readBy(made: Engaged, seat: Partner) {
  const { asking } = await server.requester(made.pair[seat]);
  return (await assignedTo(therapy, asking?.personId ?? "", made.spaceId))?.asked ?? [];
}

async function readByTherapist(made: Engaged, therapist = made.t) {
  const { asking } = await server.requester(therapist);
  return asking ? assignmentsOf(therapy, asking, made.engagementId) : null;
}

async function say(made: Engaged, seat: Partner, id: string, answer: "done" | "declined" | "open") {
  return answerAssignment(therapy, await server.requester(made.pair[seat]), id, { answer });
}

async function begin(made: Engaged, seat: Partner, id: string, role?: string) {
  return beginAssigned(desk, await server.requester(made.pair[seat]), id, role === undefined ? {} : { role });
}

describe("while both consent", () => {
  test("[X2] what is asked of both both read, with who asks and until when", async () => {
    const made = await withBoth();
    const [note, text] = [canary(), canary()];
    const dueOn = server.clock.now().toISOString().slice(0, 10);
    await askedId(made, { note, dueOn, asked: { kind: "reading", text } });
    for (const seat of ["a", "b"] as const)
      expect(await readBy(made, seat)).toMatchObject([
        { kind: "reading", assigned: "both", by: "Dr. Winter", note, text, dueOn, answer: "open" },
      ]);
    expect(await dumpOf(server.database)).not.toContain(text);
    expect(await dumpOf(server.database)).not.toContain(note);
  });

  test("[X2] whoever it is not for reads nothing of it, and cannot say or begin anything", async () => {
    const made = await withBoth();
    const id = await askedId(made, { for: "a", asked: { kind: "guide", guide: "letting-go" } });
    expect(await readBy(made, "a")).toHaveLength(1);
    expect(await readBy(made, "b")).toEqual([]);
    expect(await say(made, "b", id, "done")).toEqual(NOT_FOUND);
    expect(await begin(made, "b", id)).toEqual(NOT_FOUND);
    expect(await therapyWaitsFor(db, "b", made.spaceId)).toEqual({ toAnswer: false, asked: false });
    expect(await therapyWaitsFor(db, "a", made.spaceId)).toEqual({ toAnswer: false, asked: true });
  });

  test("[X4] each says what they will, may say otherwise, and the other hears of neither", async () => {
    const made = await withBoth();
    const id = await askedId(made);
    await say(made, "a", id, "done");
    await say(made, "b", id, "done");
    await say(made, "b", id, "declined");
    expect((await readBy(made, "a"))[0]?.answer).toBe("done");
    expect((await readBy(made, "b"))[0]?.answer).toBe("declined");
    expect(JSON.stringify(await readBy(made, "a"))).not.toContain("declined");
    const answers = [
      { seat: "a", answer: "done" },
      { seat: "b", answer: "declined" },
    ];
    expect((await readByTherapist(made))?.asked).toMatchObject([{ answers }]);
    await say(made, "b", id, "open");
    expect((await readByTherapist(made))?.asked?.[0]?.answers[1]).toEqual({ seat: "b", answer: "open" });
  });

  test("[X3] a guide for two is begun once, whoever comes first, and by both at the same moment", async () => {
    const made = await withBoth();
    const id = await askedId(made, { asked: { kind: "guide", guide: "boundaries" } });
    const role = newestGuide("boundaries")?.roles[1]?.id;
    const [one, other] = await Promise.all([begin(made, "a", id, role), begin(made, "b", id)]);
    expect(one.ok && other.ok && one.answer.conversationId === other.answer.conversationId).toBe(true);
    const conversationId = one.ok ? one.answer.conversationId : "";
    expect(await readConversation(db, conversationId)).toMatchObject({
      spaceId: made.spaceId,
      guideId: "boundaries",
      guide: null,
      solo: false,
    });
    expect((await readBy(made, "b"))[0]).toMatchObject({ begun: "together", conversationId });
  });

  test("[X3] a guide for one each begins alone, in a place of their own, and nobody hears of it", async () => {
    const made = await withBoth();
    const id = await askedId(made, { asked: { kind: "guide", guide: "letting-go" } });
    const begun = await begin(made, "a", id);
    if (!begun.ok) throw new Error("Not begun.");
    const stored = await readConversation(db, begun.answer.conversationId);
    expect(stored?.solo).toBe(true);
    expect(stored?.spaceId).not.toBe(made.spaceId);
    expect((await readBy(made, "b"))[0]).toMatchObject({ begun: "alone", conversationId: null });
    expect(JSON.stringify(await readByTherapist(made))).not.toContain(begun.answer.conversationId);
  });

  test("[X3] of one nothing is asked that takes two", async () => {
    const made = await withBoth();
    const issues = ["for: this guide takes two"];
    expect(await ask(made, { for: "b", asked: { kind: "guide", guide: "owning-it" } })).toEqual({
      ok: false,
      refusal: { kind: "bad-request", issues },
    });
  });

  test("[X5] a day that is over, or more than a year ahead, is refused", async () => {
    const made = await withBoth();
    for (const dueOn of ["2020-01-01", "2199-01-01"])
      expect(await ask(made, { dueOn })).toMatchObject({ ok: false, refusal: { kind: "bad-request" } });
    expect(await readBy(made, "a")).toEqual([]);
  });

  test("[X1] asked twice with one id it is asked once; words that are too long are refused", async () => {
    const made = await withBoth();
    const assignmentId = randomUUID();
    expect(await askedId(made, { assignmentId })).toBe(await askedId(made, { assignmentId }));
    expect(await readBy(made, "a")).toHaveLength(1);
    expect(await ask(made, { note: "n".repeat(2_001) })).toEqual({
      ok: false,
      refusal: { kind: "too-long", limit: 2_000 },
    });
  });

  test("[X1] what is asked no more is shown to nobody it was for, and can be answered by nobody", async () => {
    const made = await withBoth();
    const id = await askedId(made);
    const withdraw = async () =>
      withdrawWhatIsAsked(therapy, await server.requester(made.t), made.engagementId, id);
    expect(await withdraw()).toEqual({ ok: true, answer: {} });
    expect(await readBy(made, "a")).toEqual([]);
    expect(await say(made, "a", id, "done")).toEqual(NOT_FOUND);
    expect(await withdraw()).toEqual(NOT_FOUND);
  });
});

describe("a guide of the therapist’s own", () => {
  async function aVersion(made: Engaged, title: string) {
    const shipped = newestGuide("boundaries");
    const { asking, now } = await server.requester(made.t);
    const id = randomUUID();
    const guide = { ...shipped, id, version: 1, title } as NonNullable<typeof shipped>;
    await db
      .insert(ownGuide)
      .values({ id, therapistId: asking?.personId ?? "", draft: guide, createdAt: now, changedAt: now });
    await db.insert(ownGuideVersion).values({ guideId: id, version: 1, guide, at: now });
    return { kind: "own-guide", id, version: 1 } as const;
  }

  test("[X3] is carried by the conversation that is begun with it", async () => {
    const made = await withBoth();
    const own = await aVersion(made, "Our own way");
    const id = await askedId(made, { asked: own });
    expect((await readBy(made, "b"))[0]?.guide?.title).toBe("Our own way");
    const begun = await begin(made, "b", id);
    if (!begun.ok) throw new Error("Not begun.");
    const stored = await readConversation(db, begun.answer.conversationId);
    expect(stored).toMatchObject({ guideId: own.id, guideVersion: 1, guide: { title: "Our own way" } });
  });

  test("[X1] of another therapist cannot be named", async () => {
    const [made, other] = [await withBoth(), await withBoth()];
    expect(await ask(made, { asked: await aVersion(other, "Theirs") })).toEqual(NOT_FOUND);
  });
});

describe("without the consent of both", () => {
  test("[X1] nothing can be asked, and nothing is shown, answered or begun", async () => {
    const { pair } = await inTalk(server);
    const made = await engaged(server, pair);
    expect(await ask(made)).toEqual(NOT_FOUND);
    await made.consent("a");
    expect(await ask(made)).toEqual(NOT_FOUND);
    await made.consent("b");
    const id = await askedId(made, { asked: { kind: "guide", guide: "boundaries" } });
    await made.withdraw("a");
    for (const seat of ["a", "b"] as const) {
      expect(await readBy(made, seat)).toEqual([]);
      expect(await say(made, seat, id, "done")).toEqual(NOT_FOUND);
      expect(await begin(made, seat, id)).toEqual(NOT_FOUND);
    }
    expect(await readByTherapist(made)).toMatchObject({ asked: null });
    await made.consent("a");
    expect(await readBy(made, "b")).toHaveLength(1);
  });

  test("[X1] another couple’s therapist, a stranger and the other couple find nothing", async () => {
    const [made, other] = [await withBoth(), await withBoth()];
    const id = await askedId(made);
    expect(await ask({ ...made, t: other.t })).toEqual(NOT_FOUND);
    expect(await readByTherapist(made, await aTherapist(server))).toBeNull();
    expect(
      await withdrawWhatIsAsked(therapy, await server.requester(other.t), other.engagementId, id),
    ).toEqual(NOT_FOUND);
    const { asking } = await server.requester(other.pair.a);
    expect(await assignedTo(therapy, asking?.personId ?? "", made.spaceId)).toBeNull();
    expect(await say(other, "a", id, "done")).toEqual(NOT_FOUND);
  });

  test("[X1] what was begun stays the couple’s when the work ends", async () => {
    const made = await withBoth();
    const id = await askedId(made, { asked: { kind: "guide", guide: "boundaries" } });
    const begun = await begin(made, "a", id);
    await endTherapy(therapy, await server.requester(made.t), made.engagementId, { keepDays: 0 });
    expect(await readBy(made, "a")).toEqual([]);
    const conversationId = begun.ok ? begun.answer.conversationId : "";
    const b = await server.connect(made.pair.b);
    expect((await b.emitWithAck("open", { conversationId })).ok).toBe(true);
  });
});
