import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import type { Guide } from "#conversation/guide";
import type { Move } from "#conversation/moves";
import { ownGuide } from "#db/therapy-schema";
import { eraseEverything } from "../erase";
import type { Outcome } from "../requester";
import { canary } from "../testing/canaries";
import { type Guest, move, open, startTestServer } from "../testing/test-server";
import { aTherapist, engagedWithBoth } from "../testing/with-therapist";
import { guidesToAsk } from "./asked-guides";
import { assign } from "./assign";
import { assignedTo } from "./assigned";
import { beginAssigned } from "./do-assigned";
import { beginGuide, guideFile, keepDraftGuide, makeVersion, ownGuideOf, putGuideAway } from "./own-guides";

// Guides that a therapist writes: kept, made into versions, and carried by the conversations that begin with them.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { therapy, desk } = server.ground;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };

function answered<Answer>(outcome: Outcome<Answer>): Answer {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.answer;
}

const requester = (who: Guest) => server.requester(who);
const begin = async (who: Guest, from: Parameters<typeof beginGuide>[2]["from"], guideId = randomUUID()) =>
  beginGuide(therapy, await requester(who), { guideId, from });
const COPY = { kind: "shipped", guide: "speak-and-reflect" } as const;

async function read(who: Guest, id: string) {
  const { asking } = await requester(who);
  return ownGuideOf(db, asking?.personId ?? "", id);
}

async function draftOf(who: Guest, id: string): Promise<Guide> {
  const row = await read(who, id);
  if (!row) throw new Error("There is no such guide.");
  return row.draft;
}

const keep = async (who: Guest, id: string, changes: number, guide: unknown) =>
  keepDraftGuide(therapy, await requester(who), id, { changes, guide });
const version = async (who: Guest, id: string, changes: number) =>
  makeVersion(therapy, await requester(who), id, { changes });

describe("a draft", () => {
  test("[I5] begins as a copy in its writer’s language, and is begun once however often it is sent", async () => {
    const t = await aTherapist(server);
    const guideId = randomUUID();
    const { id } = answered(await begin(t, COPY, guideId));
    expect(answered(await begin(t, COPY, guideId)).id).toBe(id);
    const german = { ...(await requester(t)), locale: "de" as const };
    const other = answered(await beginGuide(therapy, german, { guideId: randomUUID(), from: COPY }));
    expect(await draftOf(t, id)).toMatchObject({ id, title: "Speak and reflect" });
    expect((await draftOf(t, other.id)).title).toBe("Sprechen und wiedergeben");
  });

  test("[I4] may be unfinished; nothing that was changed elsewhere is lost unseen", async () => {
    const t = await aTherapist(server);
    const { id } = answered(await begin(t, { kind: "nothing" }));
    const draft = await draftOf(t, id);
    const first = { ...draft, title: "On my phone" };
    expect(answered(await keep(t, id, 1, first))).toEqual({ kept: true, changes: 2 });
    expect(answered(await keep(t, id, 1, { ...draft, title: "On my computer" }))).toEqual({
      kept: false,
      changes: 2,
      guide: first,
    });
    // The answer was lost: the same once more is kept already.
    expect(answered(await keep(t, id, 1, first))).toEqual({ kept: true, changes: 2 });
    expect((await draftOf(t, id)).title).toBe("On my phone");
  });

  test("[I5] taken out as a file and brought in again it says the same, under an id of its own", async () => {
    const t = await aTherapist(server);
    const { id } = answered(await begin(t, COPY));
    const file = answered(await guideFile(therapy, await requester(t), id));
    const guide: unknown = JSON.parse(Buffer.from(file).toString());
    const again = answered(await begin(t, { kind: "file", guide }));
    expect(again.id).not.toBe(id);
    expect(await draftOf(t, again.id)).toEqual({ ...(await draftOf(t, id)), id: again.id });
  });

  test("[I1, I2, I3] what is no guide is refused with where and why", async () => {
    const t = await aTherapist(server);
    const { id } = answered(await begin(t, COPY));
    const draft = await draftOf(t, id);
    const [step] = draft.steps;
    const steps = Array.from({ length: 10_000 }, (_, index) => ({ ...step, id: `step-${index}` }));
    const markup = { ...draft, steps: [{ ...step, title: "<img src=x>" }] };
    for (const [guide, problems] of [
      [{ ...draft, steps }, [{ at: "steps", why: "too-many" }]],
      [markup, [{ at: "steps.0.title", why: "markup" }]],
      [null, [{ at: "guide", why: "wrong-shape" }]],
    ] as const) {
      const refused = { ok: false, refusal: { kind: "bad-guide", problems } };
      expect(await begin(t, { kind: "file", guide })).toEqual(refused);
      expect(await keep(t, id, 1, guide)).toEqual(refused);
    }
    expect(await draftOf(t, id)).toEqual(draft);
  });

  test("[I1] is its author’s alone, and for therapists", async () => {
    const [t, other] = [await aTherapist(server), await aTherapist(server)];
    const { id } = answered(await begin(t, COPY));
    const draft = await draftOf(t, id);
    for (const no of [id, randomUUID(), "no id"]) {
      expect(await read(other, no)).toBeNull();
      expect(await keep(other, no, 1, draft)).toEqual(NOT_FOUND);
      expect(await version(other, no, 1)).toEqual(NOT_FOUND);
      expect(await guideFile(therapy, await requester(other), no)).toEqual(NOT_FOUND);
      expect(await putGuideAway(therapy, await requester(other), no, { away: true })).toEqual(NOT_FOUND);
    }
    const pair = await server.startPair();
    expect(await begin(pair.a, COPY)).toEqual({ ok: false, refusal: { kind: "no-profile" } });
  });
});

test("[I4] is gone with whoever wrote it; what a couple has begun with it goes on", async () => {
  const { pair, ...made } = await engagedWithBoth(server, await server.startPair());
  const { id } = answered(await begin(made.t, COPY));
  answered(await version(made.t, id, 1));
  const asked = { kind: "own-guide", id, version: 1 } as const;
  const request = { assignmentId: randomUUID(), for: "both", asked } as const;
  const done = answered(await assign(therapy, await requester(made.t), made.engagementId, request));
  const { conversationId } = answered(await beginAssigned(desk, await requester(pair.b), done.id, {}));
  await eraseEverything(server.ground.leaving, await requester(made.t), server.ground.origins, {
    confirm: "erase",
  });
  expect(await db.$count(ownGuide, eq(ownGuide.id, id))).toBe(0);
  desk.live.forget(conversationId);
  const b = await server.connect(pair.b);
  expect((await open(b, conversationId)).guide.title).toBe("Speak and reflect");
  const { asking } = await requester(pair.b);
  expect((await assignedTo(therapy, asking?.personId ?? "", made.spaceId))?.asked).toEqual([]);
});

describe("a version", () => {
  test("[I4] is made of a draft in which nothing is wrong, once, and offered until it is put away", async () => {
    const t = await aTherapist(server);
    const { id } = answered(await begin(t, COPY));
    const draft = await draftOf(t, id);
    await keep(t, id, 1, { ...draft, title: "" });
    const problems = [{ at: "title", why: "missing" }];
    expect(await version(t, id, 2)).toEqual({ ok: false, refusal: { kind: "bad-guide", problems } });
    await keep(t, id, 2, { ...draft, title: "Ours" });
    expect(await version(t, id, 2)).toEqual({ ok: false, refusal: { kind: "stale", current: 3 } });
    const both = await Promise.all([version(t, id, 3), version(t, id, 3)]);
    expect(both.map(answered)).toEqual([{ version: 1 }, { version: 1 }]);
    const { asking } = await requester(t);
    const own = async () =>
      (await guidesToAsk(db, asking?.personId ?? "")).filter((one) => one.own?.id === id);
    expect(await own()).toMatchObject([{ guide: { title: "Ours", version: 1 }, own: { id, version: 1 } }]);
    await putGuideAway(therapy, await requester(t), id, { away: true });
    expect(await own()).toEqual([]);
    await putGuideAway(therapy, await requester(t), id, { away: false });
    expect(await own()).toHaveLength(1);
  });

  test("[I4] is what a conversation goes on with to its end, whatever becomes of the guide meanwhile", async () => {
    const { pair, ...made } = await engagedWithBoth(server, await server.startPair());
    const { id } = answered(await begin(made.t, COPY));
    const draft = await draftOf(made.t, id);
    const titled = (title: string) => ({ ...draft, title });
    await keep(made.t, id, 1, titled("The first"));
    await version(made.t, id, 2);
    const start = async (number: number) => {
      const asked = { kind: "own-guide", id, version: number } as const;
      const request = { assignmentId: randomUUID(), for: "both", asked } as const;
      const done = answered(await assign(therapy, await requester(made.t), made.engagementId, request));
      return answered(await beginAssigned(desk, await requester(pair.a), done.id, {})).conversationId;
    };
    const first = await start(1);
    const [a, b] = [await server.connect(pair.a), await server.connect(pair.b)];
    for (const socket of [a, b]) expect((await open(socket, first)).guide.title).toBe("The first");
    for (const socket of [a, b]) await move(socket, first, { kind: "acknowledge" });

    await keep(made.t, id, 2, { ...titled("The second"), steps: draft.steps.slice(0, 1) });
    expect(answered(await version(made.t, id, 3))).toEqual({ version: 2 });
    await putGuideAway(therapy, await requester(made.t), id, { away: true });
    server.ground.desk.live.forget(first); // as after a restart: read from the database
    const text = () => ({ words: { text: canary() } });
    const SPOKEN: readonly (readonly ["a" | "b", Move])[] = [
      ["a", { kind: "say", ...text() }],
      ["b", { kind: "reflect", answers: 3, ...text() }],
      ["a", { kind: "check", answers: 4, verdict: "yes" }],
      ["a", { kind: "heard" }],
    ];
    for (const [seat, made] of SPOKEN)
      expect(await move(seat === "a" ? a : b, first, made)).toMatchObject({ ok: true });
    const { guide, head } = await open(b, first);
    expect({ title: guide.title, steps: guide.steps.length, head }).toEqual({
      title: "The first",
      steps: draft.steps.length,
      head: 6,
    });

    await putGuideAway(therapy, await requester(made.t), id, { away: false });
    const second = await start(2);
    expect((await open(a, second)).guide).toMatchObject({ title: "The second", version: 2 });
    for (const socket of [a, b]) await open(socket, second);
    for (const socket of [a, b]) await move(socket, second, { kind: "acknowledge" });
    expect(await move(a, second, { kind: "say", ...text() })).toEqual({
      ok: false,
      refusal: { kind: "complete" },
    });
  });
});
