import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { deleteKeptTooLong } from "#db/kept-too-long";
import { engagement, space } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import { processNote } from "#db/therapy-schema";
import type { NoteAnswer } from "#wire/answers";
import { eraseEverything } from "../../erase";
import { claimSeat } from "../../invitations";
import { openCouple } from "../../lasting/testing/test-keepings";
import { leaveSpace } from "../../leave-space";
import type { Outcome } from "../../requester";
import { allOfPartner } from "../../testing/all-of";
import { canary } from "../../testing/canaries";
import { type Guest, linkIn, startTestServer } from "../../testing/test-server";
import { aTherapist, type Engaged, engaged, engagedWithBoth } from "../../testing/with-therapist";
import { endTherapy } from "../consents";
import { inviteTherapist } from "../take-on";
import { destroyNote, keepNote, rewriteNote } from "./keep-note";
import { allNotesOf } from "./read-notes";

// What a therapist writes down for themselves: theirs alone, whatever is shared, until its day has come.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { ground } = server;
const { desk } = ground;
const DAY = 86_400_000;
const DONE = { ok: true, answer: {} };
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };

type Work = Pick<Engaged, "engagementId">;

async function asking({ token }: Guest) {
  const found = await ground.whoIsAsking(token);
  if (!found) throw new Error("Nobody is asking.");
  return found;
}
function answered<Answer>(outcome: Outcome<Answer>): Answer {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.answer;
}
const tryKeep = async (who: Guest, { engagementId }: Work, text: string, noteId: string = randomUUID()) =>
  keepNote(desk, await server.requester(who), engagementId, { noteId, title: "", text });
const keep = async (who: Guest, work: Work, text: string, noteId?: string) =>
  answered(await tryKeep(who, work, text, noteId)).id;
const rewrite = async (
  who: Guest,
  { engagementId }: Work,
  noteId: string,
  version: number,
  text: string,
): Promise<Outcome<NoteAnswer>> =>
  rewriteNote(desk, await server.requester(who), { engagementId, noteId }, { version, title: "", text });
const destroy = async (who: Guest, { engagementId }: Work, noteId: string) =>
  destroyNote(desk, await server.requester(who), { engagementId, noteId });
const read = async (who: Guest, { engagementId }: Work) =>
  (await ground.notesOfWork(await asking(who), engagementId))?.notes ?? null;
const textsOf = async (who: Guest, work: Work) =>
  (await read(who, work))?.map(({ words }) => words?.text) ?? null;
const fileOf = async (who: Guest, { engagementId }: Work, form: "json" | "pdf" = "json") =>
  ground.therapyPapers.notes(await server.requester(who), engagementId, form);
const rowsOf = async ({ engagementId }: Work) =>
  db.$count(processNote, eq(processNote.engagementId, engagementId));

describe("a note", () => {
  test("[Y11] is kept once, written on, and destroyed for good", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const name = randomUUID();
    const id = await keep(work.t, work, "First meeting.", name);
    expect(await keep(work.t, work, "Something else.", name)).toBe(id);
    server.clock.forward(DAY);
    expect(answered(await rewrite(work.t, work, id, 1, "First meeting, thought over."))).toEqual({
      kept: true,
      version: 2,
    });
    const found = await ground.ownNote(await asking(work.t), work.engagementId, id);
    expect(found).toMatchObject({ version: 2, words: { text: "First meeting, thought over." } });
    expect((found?.changedAt.getTime() ?? 0) - (found?.createdAt.getTime() ?? 0)).toBe(DAY);
    expect(await destroy(work.t, work, id)).toEqual(DONE);
    expect(await rowsOf(work)).toBe(0);
    expect(await rewrite(work.t, work, id, 2, "Still here?")).toEqual(NOT_FOUND);
  });

  test("[Y11] written on two devices at once loses nothing: one is kept, the other is told what stands there", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const id = await keep(work.t, work, "He");
    const answers = (
      await Promise.all([
        rewrite(work.t, work, id, 1, "He, from the phone"),
        rewrite(work.t, work, id, 1, "He, from the table"),
      ])
    ).map(answered);
    const [stands] = (await textsOf(work.t, work)) ?? [];
    expect(answers.filter(({ kept }) => kept)).toEqual([{ kept: true, version: 2 }]);
    expect(answers.find(({ kept }) => !kept)).toEqual({ kept: false, title: "", text: stands });
    // An answer that was lost on the way: the same again.
    expect(answered(await rewrite(work.t, work, id, 1, stands ?? ""))).toEqual({ kept: true, version: 2 });
  });

  test("[Y11] is of one couple: under another it is not there", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const other = await engaged(server, await server.startPair(), work.t);
    const name = randomUUID();
    const id = await keep(work.t, work, "Of the first", name);
    expect(await keep(work.t, other, "Of the second", name)).not.toBe(id);
    expect(await textsOf(work.t, work)).toEqual(["Of the first"]);
    expect(await textsOf(work.t, other)).toEqual(["Of the second"]);
    expect(await rewrite(work.t, other, id, 1, "Moved")).toEqual(NOT_FOUND);
    expect(await destroy(work.t, other, id)).toEqual(NOT_FOUND);
    expect(await ground.ownNote(await asking(work.t), other.engagementId, id)).toBeNull();
  });

  test("[Y11] is never longer than it may be, and one that cannot be opened is not written over", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const tooLong = { ok: false, refusal: { kind: "too-long", limit: 16_000 } };
    expect(await tryKeep(work.t, work, "x".repeat(16_001))).toEqual(tooLong);
    const id = await keep(work.t, work, "x".repeat(16_000));
    expect(await rewrite(work.t, work, id, 1, "x".repeat(16_001))).toEqual(tooLong);
    await db
      .update(processNote)
      .set({ words: new Uint8Array(64) })
      .where(eq(processNote.id, id));
    expect(await read(work.t, work)).toMatchObject([{ words: null }]);
    expect(await rewrite(work.t, work, id, 1, "New")).toEqual(NOT_FOUND);
  });
});

describe("whoever else asks", () => {
  test("[Y11] a partner, another therapist and a stranger get what an unknown note gives, whatever they do", async () => {
    const pair = await server.startPair();
    const work = await engagedWithBoth(server, pair);
    const id = await keep(work.t, work, "Mine");
    // Another therapist of the same couple, with everything shared.
    const other = await aTherapist(server);
    const invited = answered(
      await inviteTherapist(ground.therapy, await server.requester(pair.b), work.spaceId),
    );
    const link = linkIn(invited.invitation.url);
    answered(await claimSeat(desk, await server.requester(other), link.id, { secret: link.secret }));
    const stranger = (await server.startPair()).a;
    for (const who of [pair.a, pair.b, other, stranger]) {
      expect(await tryKeep(who, work, "Mine now")).toEqual(NOT_FOUND);
      expect(await rewrite(who, work, id, 1, "Mine now")).toEqual(NOT_FOUND);
      expect(await destroy(who, work, id)).toEqual(NOT_FOUND);
      expect(await read(who, work)).toBeNull();
      expect(await ground.ownNote(await asking(who), work.engagementId, id)).toBeNull();
      for (const form of ["json", "pdf"] as const) expect(await fileOf(who, work, form)).toEqual(NOT_FOUND);
      expect(await tryKeep(who, { engagementId: randomUUID() }, "Mine now")).toEqual(NOT_FOUND);
    }
    expect(
      await keepNote(desk, await server.requester(), work.engagementId, {
        ...{ noteId: randomUUID(), title: "", text: "Nobody’s" },
      }),
    ).toEqual(NOT_FOUND);
    expect(await textsOf(work.t, work)).toEqual(["Mine"]);
  });

  test("[Y11] nothing of a note, and not that there is one, is in anything of the partners, the log or the database", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const before = { a: await allOfPartner(server, work, "a"), b: await allOfPartner(server, work, "b") };
    const text = canary();
    const id = await keep(work.t, work, text);
    await rewrite(work.t, work, id, 1, `${text} again`);
    answered(await fileOf(work.t, work));
    for (const seat of ["a", "b"] as const) {
      // To the letter what they were told before there was any.
      expect(await allOfPartner(server, work, seat)).toBe(before[seat]);
      expect(before[seat]).not.toContain(id);
    }
    for (const place of [await dumpOf(server.database), server.log.join()]) expect(place).not.toContain(text);
  });
});

describe("how long", () => {
  test("[Y11] before any consent, after one is withdrawn and after the end, until the day; then they are gone", async () => {
    const work = await engaged(server, await server.startPair());
    const id = await keep(work.t, work, "Before");
    for (const seat of ["a", "b"] as const) await work.consent(seat);
    await work.withdraw("b");
    expect(answered(await rewrite(work.t, work, id, 1, "After"))).toMatchObject({ kept: true });
    await endTherapy(ground.therapy, await server.requester(work.t), work.engagementId, { keepDays: 30 });
    server.clock.forward(1_000);
    await keep(work.t, work, "How it ended");
    server.clock.forward(30 * DAY - 1_001);
    expect(await textsOf(work.t, work)).toEqual(["After", "How it ended"]);
    server.clock.forward(1);
    expect(await read(work.t, work)).toBeNull();
    expect(await tryKeep(work.t, work, "Too late")).toEqual(NOT_FOUND);
    expect(await rewrite(work.t, work, id, 2, "Too late")).toEqual(NOT_FOUND);
    expect(await fileOf(work.t, work)).toEqual(NOT_FOUND);
    const { personId } = await asking(work.t);
    expect(await allNotesOf(desk, personId, server.clock.now())).toEqual([]);
    await deleteKeptTooLong(db, server.clock.now());
    expect(await rowsOf(work)).toBe(0);
  });

  test("[Y11] both partners’ leaving takes nothing from whoever wrote them", async () => {
    const { a, b, spaceId } = await openCouple(server);
    const t = await aTherapist(server);
    const invited = answered(await inviteTherapist(ground.therapy, await server.requester(a.guest), spaceId));
    const link = linkIn(invited.invitation.url);
    const claimed = await claimSeat(desk, await server.requester(t), link.id, { secret: link.secret });
    const work = { engagementId: answered(claimed).engagementId ?? "" };
    await keep(t, work, "They came once");
    for (const { guest } of [a, b])
      await leaveSpace(ground.leaving, await server.requester(guest), spaceId, { words: "take-back" });
    expect(await textsOf(t, work)).toEqual(["They came once"]);
    // Until the day: then they are gone, and with them what was left of the couple’s space for their sake.
    server.clock.forward(30 * DAY - 1);
    await deleteKeptTooLong(db, server.clock.now());
    expect(await textsOf(t, work)).toEqual(["They came once"]);
    server.clock.forward(1);
    await deleteKeptTooLong(db, server.clock.now());
    expect(await rowsOf(work)).toBe(0);
    expect(await db.$count(space, eq(space.id, spaceId))).toBe(0);
  });

  test("[Y11] erasing the therapist leaves none of them, and the couple as it was", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    await keep(work.t, work, canary());
    await eraseEverything(ground.leaving, await server.requester(work.t), ground.origins, {
      confirm: "erase",
    });
    expect(await rowsOf(work)).toBe(0);
    expect(await db.$count(space, eq(space.id, work.spaceId))).toBe(1);
    expect(await db.$count(engagement, eq(engagement.id, work.engagementId))).toBe(1);
  });

  test("[Y11] a note and the end of its work at the same moment: it is there, or it was refused", async () => {
    const work = await engagedWithBoth(server, await server.startPair());
    const [kept] = await Promise.all([
      tryKeep(work.t, work, "At the same moment"),
      endTherapy(ground.therapy, await server.requester(work.t), work.engagementId, { keepDays: 0 }),
    ]);
    const row = sql`${processNote.engagementId} = ${work.engagementId}`;
    expect(await db.$count(processNote, row)).toBe(kept.ok ? 1 : 0);
    expect(await read(work.t, work)).toBeNull();
  });
});

test("[Y7, Y11] ended work is found as long as it is kept, without anything of the couple", async () => {
  const work = await engagedWithBoth(server, await server.startPair());
  const ended = async () => ground.endedWorks(await asking(work.t));
  expect(await ended()).toEqual([]);
  await endTherapy(ground.therapy, await server.requester(work.t), work.engagementId, { keepDays: 1 });
  expect(await ended()).toMatchObject([
    {
      engagementId: work.engagementId,
      keptUntil: expect.any(Date),
      partners: [{ name: "Ada" }, { name: null }],
    },
  ]);
  for (const who of [work.pair.a, work.pair.b])
    expect(await ground.endedWorks(await asking(who))).toEqual([]);
  server.clock.forward(DAY);
  expect(await ended()).toEqual([]);
});

test("[Y11] a note and erasing oneself at the same moment: nothing of it is left", async () => {
  const work = await engagedWithBoth(server, await server.startPair());
  await keep(work.t, work, "Before");
  await Promise.allSettled([
    tryKeep(work.t, work, "At the same moment"),
    eraseEverything(ground.leaving, await server.requester(work.t), ground.origins, { confirm: "erase" }),
    tryKeep(work.t, work, "And once more"),
  ]);
  expect(await rowsOf(work)).toBe(0);
});

test("[Y11] they are taken along apart, for machines and on paper", async () => {
  const work = await engagedWithBoth(server, await server.startPair());
  await keep(work.t, work, "Slowly <b>at first</b>");
  const json = answered(await fileOf(work.t, work));
  expect(JSON.parse(new TextDecoder().decode(json))).toMatchObject({
    format: "evenground-notes/1",
    works: [{ couple: { a: "Ada", b: "Ben" }, notes: [{ words: { text: "Slowly <b>at first</b>" } }] }],
  });
  const pdf = answered(await fileOf(work.t, work, "pdf"));
  expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe("%PDF-");
});
