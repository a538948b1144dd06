import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import type { Move } from "#conversation/moves";
import { readAccesses } from "#db/access-log";
import { readEngagement } from "#db/engagements";
import { move as moveTable } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import { caucusWord, therapyConsent } from "#db/therapy-schema";
import { eraseEverything } from "../erase";
import { claimSeat, lookAtInvitation } from "../invitations";
import { leaveSpace } from "../leave-space";
import { openConversation } from "../open-conversation";
import { canary } from "../testing/canaries";
import { inTalk, type Talk } from "../testing/in-talk";
import { linkIn, move, open, startTestServer, type TestServer, tryOpen } from "../testing/test-server";
import { allTold, closed, framesOf, type TestSocket, told } from "../testing/test-socket";
import { aTherapist, type Engaged, engaged, engagedWithBoth, PROFILE } from "../testing/with-therapist";
import { keepProfile } from "../therapy/profile";
import { consentToTherapy, endTherapy, withdrawFromTherapy } from "./consents";
import { handOver } from "./hand-over";
import { oneEngagement } from "./one-engagement";

// The third seat: who comes into it by which consents, what is read from it, and how it ends.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;
const { therapy } = server.ground;
const NOT_A_MEMBER = { ok: false, refusal: { kind: "not-a-member" } };
const say = (text: string): Move => ({ kind: "say", words: { text } });
const HOLD: Move = { kind: "hold" };

/** Two who talk, with their therapist in the room; a has the floor, as number 3. */
async function allThree(): Promise<Talk & { readonly engaged: Engaged; readonly t: TestSocket }> {
  const talk = await inTalk(server);
  const made = await engagedWithBoth(server, talk.pair);
  const t = await server.connect(made.t);
  await open(t, talk.pair.id);
  return { ...talk, engaged: made, t };
}

describe("before both have consented", () => {
  test("[Y1, V3] the conversation is as unknown to the therapist as any other", async () => {
    const { pair, a } = await inTalk(server);
    const secret = canary();
    await move(a, pair.id, say(secret));
    const made = await engaged(server, pair);
    const t = await server.connect(made.t);
    for (const seat of [null, "a"] as const) {
      if (seat) await made.consent(seat);
      expect(await tryOpen(t, pair.id)).toEqual(NOT_A_MEMBER);
      expect(await move(t, pair.id, HOLD)).toEqual(NOT_A_MEMBER);
    }
    expect(await tryOpen(t, "0190b5a0-0000-7000-8000-000000000000")).toEqual(NOT_A_MEMBER);
    expect(framesOf(t).join()).not.toContain(secret);
    expect(await readAccesses(db, [made.engagementId], 10)).toEqual([]);
  });

  test("[H6] the partners see nobody in the third seat", async () => {
    const { pair, b } = await inTalk(server);
    const made = await engaged(server, pair);
    await made.consent("a");
    const { seats, roster, therapists } = await open(b, pair.id);
    expect(seats.map(({ seat }) => seat)).toEqual(["a", "b"]);
    expect(roster.therapist).toBe(false);
    expect(therapists).toEqual([]);
  });

  test("[Y2] a conversation of another couple cannot be named", async () => {
    const { pair } = await inTalk(server);
    const other = await server.startPair();
    const made = await engaged(server, pair);
    await expect(made.consent("a", { conversations: { [other.id]: "start" } })).rejects.toThrow("not-found");
  });
});

describe("once both have consented", () => {
  test("[V3] the therapist reads from the start, and is seen by both at once", async () => {
    const { pair, a, b } = await inTalk(server);
    const text = canary();
    await move(a, pair.id, say(text));
    const made = await engaged(server, pair);
    await made.consent("a");
    await made.consent("b");
    for (const partner of [a, b])
      await told(partner, "seats", ({ seats }) =>
        seats.some(({ seat, name }) => seat === "t" && name === PROFILE.name),
      );
    const t = await server.connect(made.t);
    const opened = await open(t, pair.id);
    expect(opened).toMatchObject({ seat: "t", head: 3, roster: { therapist: true } });
    expect(opened.entries.at(-1)).toMatchObject({ seq: 3, words: { text } });
    expect((await open(a, pair.id)).therapists).toEqual([{ ...PROFILE, readsMyAnswers: true }]);
    await told(b, "here", ({ seats }) => seats.includes("t"));
  });

  test("[Y3, V3] what was read by one list does not leave by another that takes its place meanwhile", async () => {
    const { pair, a } = await inTalk(server);
    await move(a, pair.id, say(canary()));
    const made = await engagedWithBoth(server, pair);
    const opening = (here: () => Promise<never[]>) =>
      openConversation(
        { db, live: therapy.live, here },
        { place: { seat: "t", engagementId: made.engagementId }, signInId: null, locale: "en" },
        { conversationId: pair.id },
        server.clock.now(),
      );
    const nothing = async () => [];
    const shorter = async () => {
      await made.consent("b", { conversations: { [pair.id]: "now" } });
      return [];
    };
    expect((await opening(nothing))?.entries.at(-1)).toHaveProperty("words");
    expect(await opening(shorter)).toBeNull();
    expect((await opening(nothing))?.entries.at(-1)).not.toHaveProperty("words");
  });

  test("[Y3] from here on where one of them said so: not a word from before", async () => {
    const { pair, a, b } = await inTalk(server);
    const [before, after] = [canary(), canary()];
    await move(a, pair.id, say(before));
    const made = await engaged(server, pair);
    await made.consent("a");
    await made.consent("b", { conversations: { [pair.id]: "now" } });
    const t = await server.connect(made.t);
    expect((await open(t, pair.id)).entries).toHaveLength(3);
    await move(b, pair.id, { kind: "reflect", answers: 3, words: { text: after } });
    await told(t, "entries", ({ head }) => head === 4);
    expect(framesOf(t).join()).toContain(after);
    expect(framesOf(t).join()).not.toContain(before);
  });

  test("[H1, H2] what the therapist does is in the log, and everybody hears of it", async () => {
    const { pair, a, b, t } = await allThree();
    const sentence = canary();
    expect(await move(t, pair.id, HOLD)).toEqual({ ok: true, seq: 3 });
    expect(await move(a, pair.id, say("Not now."))).toEqual({ ok: false, refusal: { kind: "held" } });
    expect(await move(t, pair.id, { kind: "prompt", words: { text: sentence } })).toEqual({
      ok: true,
      seq: 4,
    });
    for (const socket of [a, b, t]) {
      const { entries } = await told(socket, "entries", ({ head }) => head === 4);
      expect(entries).toMatchObject([{ seat: "t", kind: "prompt", words: { text: sentence } }]);
    }
    await move(t, pair.id, { kind: "resume" });
    expect(await move(a, pair.id, say("Now."))).toEqual({ ok: true, seq: 6 });
  });

  test("the third seat keeps no drafts, and a page that sends one goes on hearing", async () => {
    const { pair, a, t } = await allThree();
    const draft = { conversationId: pair.id, slot: "any:prompt", words: { text: "Take a" } };
    expect(await t.emitWithAck("draft", draft)).toEqual(NOT_OPEN);
    await move(a, pair.id, say("Still heard?"));
    await told(t, "entries", ({ head }) => head === 3);
  });

  test("[V1] every look is written down, one for each time", async () => {
    const { engaged: made, pair } = await allThree();
    expect(await readAccesses(db, [made.engagementId], 10)).toMatchObject([
      { what: "conversation", about: pair.id, engagementId: made.engagementId },
    ]);
    server.clock.forward(6 * 60_000);
    await server.ground.open(await who(made), pair.id, "en");
    expect(await readAccesses(db, [made.engagementId], 10)).toHaveLength(2);
  });

  test("[Y2] a conversation of another space is none of theirs", async () => {
    const { pair } = await inTalk(server);
    const made = await engaged(server, pair);
    await made.consent("a");
    await made.consent("b");
    const later = await server.startAlone();
    expect(await tryOpen(await server.connect(made.t), later.id)).toEqual(NOT_A_MEMBER);
  });

  test("a guest has no profile, and a partner cannot be the couple's therapist", async () => {
    const pair = await server.startPair();
    expect(await keepProfile(therapy, await server.requester(pair.a), PROFILE)).toEqual({
      ok: false,
      refusal: { kind: "no-address" },
    });
  });
});

describe("a caucus", () => {
  test("[H9, H10] is in the log; what is said in it reaches the two, and no other in any byte", async () => {
    const { engaged: made, pair, a, b, t } = await allThree();
    const colleague = await engaged(server, pair, await aTherapist(server, { name: "Dr. Sommer" }));
    for (const seat of ["a", "b"] as const) await colleague.consent(seat);
    const other = await server.connect(colleague.t);
    await open(other, pair.id);
    await move(t, pair.id, { kind: "caucus", with: "b" });
    const [asked, told_] = [canary(), canary()];
    expect(await sayApart(t, pair.id, asked)).toEqual({ ok: true });
    await told(b, "apart", ({ said }) => said.text === asked);
    expect(await sayApart(b, pair.id, told_)).toEqual({ ok: true });
    await told(t, "apart", ({ said }) => said.text === told_);
    expect(await sayApart(a, pair.id, canary())).toEqual(NOT_OPEN);
    expect(await sayApart(other, pair.id, canary())).toEqual(NOT_OPEN);
    await move(t, pair.id, { kind: "caucus", with: "b" });
    expect(await sayApart(b, pair.id, canary())).toEqual(NOT_OPEN);
    const again = [await server.connect(pair.a), await server.connect(colleague.t)];
    for (const socket of again) expect((await open(socket, pair.id)).apart).toEqual([]);
    expect((await open(await server.connect(pair.b), pair.id)).apart.map(({ text }) => text)).toEqual([
      asked,
      told_,
    ]);
    expect((await open(t, pair.id)).apart.map(({ from }) => from)).toEqual(["t", "b"]);
    for (const socket of [a, other, ...again])
      for (const secret of [asked, told_]) expect(framesOf(socket).join()).not.toContain(secret);
    const dump = await dumpOf(server.database);
    for (const secret of [asked, told_]) expect(dump).not.toContain(secret);
    await made.withdraw("a");
    expect((await open(b, pair.id)).apart).toHaveLength(2);
  });

  test("[H9] sent twice it is kept once", async () => {
    const { pair, b, t } = await allThree();
    await move(t, pair.id, { kind: "caucus", with: "b" });
    const request = { conversationId: pair.id, apartId: randomUUID(), text: "Are you all right?" };
    for (let times = 0; times < 2; times += 1) await t.emitWithAck("apart", request);
    expect((await open(b, pair.id)).apart).toHaveLength(1);
  });
});

const NOT_OPEN = { ok: false, refusal: { kind: "not-open" } };
const sayApart = (socket: TestSocket, conversationId: string, text: string) =>
  socket.emitWithAck("apart", { conversationId, apartId: randomUUID(), text });

describe("when one of them withdraws", () => {
  test.each(["a", "b"] as const)(
    "asvs 8.3.2: the therapist is cut off at once, and gets not one more frame: %s",
    async (seat) => {
      const { engaged: made, pair, a, t } = await allThree();
      const ended = [told(t, "ended"), closed(t)] as const;
      await made.withdraw(seat);
      expect(await ended[0]).toEqual({ reason: "removed" });
      await ended[1];
      const frames = framesOf(t).length;
      const after = canary();
      expect(await move(a, pair.id, say(after))).toMatchObject({ ok: true });
      const again = await server.connect(made.t);
      expect(await tryOpen(again, pair.id)).toEqual(NOT_A_MEMBER);
      expect(await move(again, pair.id, HOLD)).toEqual(NOT_A_MEMBER);
      expect(framesOf(t)).toHaveLength(frames);
      expect(framesOf(again).join()).not.toContain(after);
    },
  );

  test("[H7] what was held goes on, and nobody sits in the third seat", async () => {
    const { engaged: made, pair, a, b, t } = await allThree();
    await move(t, pair.id, HOLD);
    await made.withdraw("b");
    await told(a, "seats", ({ seats }) => seats.every(({ seat }) => seat !== "t"));
    expect(await move(a, pair.id, say("On we go."))).toEqual({ ok: true, seq: 4 });
    expect((await open(b, pair.id)).roster.therapist).toBe(false);
  });

  test("[Y1] the other's page says nothing of who it was", async () => {
    const { engaged: made, b } = await allThree();
    const before = allTold(b, "seats").length;
    await made.withdraw("a");
    const one = await told(
      b,
      "seats",
      ({ seats }) => allTold(b, "seats").length > before && seats.length === 2,
    );
    expect(Object.keys(one).sort()).toEqual(["conversationId", "invitation", "seats"]);
  });

  test("[Y1] so when one of them leaves for good: nothing is shared any more, and the one who is there is not asked", async () => {
    const { engaged: made, pair, t } = await allThree();
    const end = closed(t);
    const leaving = await server.requester(pair.b);
    expect(await leaveSpace(server.ground.leaving, leaving, made.spaceId, { words: "leave" })).toMatchObject({
      ok: true,
    });
    await end;
    expect(await tryOpen(await server.connect(made.t), pair.id)).toEqual(NOT_A_MEMBER);
    expect(await server.ground.open(await who(made), pair.id, "en")).toBeNull();
    await expect(made.consent("b")).rejects.toThrow("not-found");
  });

  test("[Y6] so when the therapist erases everything of theirs", async () => {
    const { engaged: made, pair, a, t } = await allThree();
    await move(t, pair.id, HOLD);
    const end = closed(t);
    const erased = await eraseEverything(
      server.ground.leaving,
      await server.requester(made.t),
      server.ground.origins,
      { confirm: "Winter" },
    );
    expect(erased).toMatchObject({ ok: true });
    await end;
    await told(a, "seats", ({ seats }) => seats.every(({ seat }) => seat !== "t"));
    expect(await move(a, pair.id, say("On we go."))).toEqual({ ok: true, seq: 4 });
  });

  test("[Y6] so when the therapist ends the work, and nobody consents to it any more", async () => {
    const { engaged: made, pair, t } = await allThree();
    const end = closed(t);
    const { engagementId } = made;
    expect(
      await endTherapy(therapy, await server.requester(made.t), engagementId, { keepDays: 30 }),
    ).toMatchObject({
      ok: true,
    });
    await end;
    await expect(made.consent("a")).rejects.toThrow("not-found");
    expect(await tryOpen(await server.connect(made.t), pair.id)).toEqual(NOT_A_MEMBER);
  });

  test("[Y5] and when the therapist changes the policy: until both have said yes to the new one", async () => {
    const { engaged: made, pair, t } = await allThree();
    const end = closed(t);
    const limited = { ...PROFILE, secrets: "limited" } as const;
    await keepProfile(therapy, await server.requester(made.t), limited);
    await end;
    const again = await server.connect(made.t);
    expect(await tryOpen(again, pair.id)).toEqual(NOT_A_MEMBER);
    await expect(made.consent("a")).rejects.toThrow("policy-changed");
    await made.consent("a", { secrets: "limited" });
    expect(await tryOpen(again, pair.id)).toEqual(NOT_A_MEMBER);
    await made.consent("b", { secrets: "limited" });
    expect((await open(again, pair.id)).seat).toBe("t");
  });

  test("[Y3] and when the list becomes shorter: the open page closes, and what is left can be read", async () => {
    const { engaged: made, pair, a, t } = await allThree();
    const before = canary();
    await move(a, pair.id, say(before));
    const end = closed(t);
    await made.consent("b", { conversations: { [pair.id]: "now" } });
    await end;
    const again = await server.connect(made.t);
    expect(JSON.stringify(await open(again, pair.id))).not.toContain(before);
  });

  test("and when both have left: what was said apart there is gone, the notes have their day", async () => {
    const { engaged: made, pair, a, t } = await allThree();
    const secret = canary();
    await open(a, pair.id);
    expect(await move(t, pair.id, { kind: "caucus", with: "a" })).toMatchObject({ ok: true });
    await told(a, "entries", ({ entries }) => entries.at(-1)?.kind === "caucus");
    const apart = { conversationId: pair.id, apartId: randomUUID(), text: secret };
    expect(await a.emitWithAck("apart", apart)).toEqual({ ok: true });
    for (const seat of ["a", "b"] as const)
      await leaveSpace(server.ground.leaving, await server.requester(pair[seat]), made.spaceId, {
        words: "leave",
      });
    const row = await readEngagement(db, made.engagementId);
    expect(row?.endedAt).toEqual(server.clock.now());
    expect(row?.keptUntil?.getTime()).toBe(server.clock.now().getTime() + 30 * 86_400_000);
    const about = eq(caucusWord.engagementId, made.engagementId);
    expect(await db.select().from(caucusWord).where(about)).toEqual([]);
    expect(await readAccesses(db, [made.engagementId], 10)).toEqual([]);
  });

  test("[Y6] a consent is only ever withdrawn: nothing else about it changes", async () => {
    const { engaged: made } = await allThree();
    const own = eq(therapyConsent.engagementId, made.engagementId);
    const refused = async (change: Parameters<ReturnType<typeof db.update>["set"]>[0]) =>
      expect(db.update(therapyConsent).set(change).where(own)).rejects.toThrow();
    await refused({ secrets: "limited" });
    await refused({ givenAt: new Date(0) });
    await made.withdraw("a");
    await refused({ withdrawnAt: null });
  });
});

describe("a withdrawal at the same moment", () => {
  test("asvs 15.4.2: a move and a withdrawal come in one order or the other, never both", async () => {
    for (let round = 0; round < 12; round += 1) {
      const { engaged: made, pair, t } = await allThree();
      const [moved] = await Promise.all([
        move(t, pair.id, { kind: "prompt", words: { text: "Breathe." } }).catch(() => "cut off" as const),
        made.withdraw(round % 2 === 0 ? "a" : "b"),
      ]);
      const rows = await db
        .select({ at: moveTable.seq })
        .from(moveTable)
        .where(sql`${moveTable.conversationId} = ${pair.id} and ${moveTable.seat} = 't'`);
      if (moved !== "cut off" && moved.ok) expect(rows).toHaveLength(1);
      if (moved !== "cut off" && !moved.ok) expect(rows).toHaveLength(0);
      expect(await tryOpen(await server.connect(made.t), pair.id)).toEqual(NOT_A_MEMBER);
    }
  });

  test("asvs 15.4.2: whoever opens while it is withdrawn gets all of it or nothing, and hears no more", async () => {
    for (let round = 0; round < 12; round += 1) {
      const { pair, a } = await inTalk(server);
      const made = await engagedWithBoth(server, pair);
      const t = await server.connect(made.t);
      await Promise.all([tryOpen(t, pair.id).catch(() => null), made.withdraw("a")]);
      const after = canary();
      await move(a, pair.id, say(after));
      await open(a, pair.id);
      expect(framesOf(t).join()).not.toContain(after);
    }
  });
});

describe("with another process", () => {
  async function another(): Promise<TestServer> {
    const other = await startTestServer({ database: server.database });
    onTestFinished(other.stop);
    return other;
  }

  test("[Y1] a consent withdrawn there counts here at once, for moves and for what is heard", async () => {
    const { engaged: made, pair, a, t } = await allThree();
    const other = await another();
    const { engagementId } = made;
    const request = await other.requester(pair.b);
    expect(await withdrawFromTherapy(other.ground.therapy, request, engagementId)).toMatchObject({
      ok: true,
    });
    const after = canary();
    expect(await move(a, pair.id, say(after))).toMatchObject({ ok: true });
    expect(await move(t, pair.id, HOLD).catch(() => NOT_A_MEMBER)).toEqual(NOT_A_MEMBER);
    expect(framesOf(t).join()).not.toContain(after);
  });

  test("[H1] a hold by a therapist whom this process has not heard of yet holds here too", async () => {
    const { pair, a } = await inTalk(server);
    const other = await another();
    const made = await engaged(server, pair);
    for (const seat of ["a", "b"] as const) {
      const list = { conversations: { [pair.id]: "start" as const }, ...REST };
      await consentToTherapy(
        other.ground.therapy,
        await other.requester(pair[seat]),
        made.engagementId,
        list,
      );
    }
    const t = await other.connect(made.t);
    await open(t, pair.id);
    expect(await move(t, pair.id, HOLD)).toEqual({ ok: true, seq: 3 });
    expect(await move(a, pair.id, say("Not now."))).toEqual({ ok: false, refusal: { kind: "held" } });
  });
});

describe("handing on to a colleague", () => {
  test("[Y1, Y7] a link is not a consent: the colleague knows and reads nothing before both have said yes", async () => {
    const { pair, engaged: made } = await allThree();
    const handed = await handOver(therapy, await server.requester(made.t), made.engagementId);
    if (!handed.ok) throw new Error("Not handed on.");
    const { id, secret } = linkIn(handed.answer.invitation.url);
    const colleague = await aTherapist(server, { name: "Dr. Sommer" });
    const requester = await server.requester(colleague);
    const looked = await lookAtInvitation(server.ground.desk, requester, { id, secret });
    expect(looked).toMatchObject({ ok: true, answer: { seat: "t", opener: "Dr. Winter" } });
    const claimed = await claimSeat(server.ground.desk, requester, id, { secret });
    const engagementId = claimed.ok ? (claimed.answer.engagementId ?? "") : "";
    const seen = async () => {
      const { asking, now } = await server.requester(colleague);
      return asking && oneEngagement(therapy, asking, engagementId, now);
    };
    const names = async () => (await seen())?.partners.map(({ name }) => name);
    expect(await names()).toEqual([null, null]);
    const t = await server.connect(colleague);
    for (const seat of ["a", "b"] as const) {
      expect(await tryOpen(t, pair.id)).toEqual(NOT_A_MEMBER);
      const list = { conversations: { [pair.id]: "start" as const }, ...REST };
      await consentToTherapy(therapy, await server.requester(pair[seat]), engagementId, list);
    }
    expect(await names()).toEqual(["Ada", "Ben"]);
    expect((await open(t, pair.id)).seat).toBe("t");
  });

  test("[Y1] is for whom both consent to: not before, not after, and for nobody else", async () => {
    const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };
    const { pair } = await inTalk(server);
    const made = await engaged(server, pair);
    const hand = async (who = made.t) => handOver(therapy, await server.requester(who), made.engagementId);
    await made.consent("a");
    expect(await hand()).toEqual(NOT_FOUND);
    await made.consent("b");
    for (const somebody of [pair.a, await aTherapist(server)])
      expect(await hand(somebody)).toEqual(NOT_FOUND);
    await made.withdraw("a");
    expect(await hand()).toEqual(NOT_FOUND);
  });
});

describe("several therapists", () => {
  test("[Y1] each by consents of their own: one reads nothing by what was said to the other", async () => {
    const { pair, a, t, engaged: first } = await allThree();
    const second = await engaged(server, pair, await aTherapist(server, { name: "Dr. Sommer" }));
    await second.consent("a");
    const theirs = await server.connect(second.t);
    expect(await tryOpen(theirs, pair.id)).toEqual(NOT_A_MEMBER);
    await second.consent("b", { conversations: { [pair.id]: "now" } });
    const text = canary();
    await open(theirs, pair.id);
    await move(a, pair.id, say(text));
    for (const socket of [t, theirs]) {
      await told(socket, "entries", ({ head }) => head === 3);
      expect(framesOf(socket).join()).toContain(text);
    }
    await first.withdraw("a");
    expect((await open(theirs, pair.id)).seats.at(-1)).toEqual({ seat: "t", name: "Dr. Sommer" });
  });
});

const REST = {
  later: true,
  lasting: true,
  answers: true,
  checkIns: true,
  record: true,
  secrets: "none",
} as const;

async function who({ t }: Engaged) {
  const asking = await server.ground.whoIsAsking(t.token);
  if (!asking) throw new Error("Nobody is asking.");
  return asking;
}
