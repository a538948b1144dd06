import { expect, test } from "vitest";
import { deepMirror } from "#conversation/guides/deep-mirror";
import { speakAndReflect2 } from "#conversation/guides/speak-and-reflect-2";
import type { Move } from "#conversation/moves";
import { currentStep } from "#conversation/state";
import type { LiveConversation } from "../c/[id]/live-conversation";
import { makeTriedConversation } from "./tried-conversation";

const NAMES = { a: "Mara", b: "Jon" };
const EVENING = Date.parse("2026-03-01T19:00:00.000Z");

function tried(guide = speakAndReflect2) {
  const { a, b } = makeTriedConversation(guide, NAMES, () => EVENING);
  return { mara: a, jon: b };
}

/** Makes a move that must be accepted. Gives its number. */
function take(live: LiveConversation, move: Move): number {
  live.send("any", move);
  expect(live.snapshot().returned).toBeNull();
  return live.snapshot().state.head;
}

const stepOf = (live: LiveConversation) => currentStep(live.snapshot().state)?.progress.step.id;
const wordsAt = (live: LiveConversation, seq: number) =>
  live.snapshot().entries.find((entry) => entry.seq === seq)?.words;

function bothAcknowledge({ mara, jon }: ReturnType<typeof tried>) {
  take(mara, { kind: "acknowledge" });
  take(jon, { kind: "acknowledge" });
}

function turn(speaker: LiveConversation, listener: LiveConversation) {
  const said = take(speaker, { kind: "say", words: { text: "One thing." } });
  const reflection = take(listener, { kind: "reflect", answers: said, words: { text: "One thing, back." } });
  take(speaker, { kind: "check", answers: reflection, verdict: "yes" });
  take(speaker, { kind: "heard" });
}

/** Both up to the questions that each answers alone. */
function untilTheQuestions() {
  const both = tried();
  bothAcknowledge(both);
  turn(both.mara, both.jon);
  turn(both.jon, both.mara);
  return both;
}

test("both seats go through speak and reflect to the end", () => {
  const { mara, jon } = untilTheQuestions();
  expect(stepOf(mara)).toBe("understood");
  for (const one of [mara, jon])
    take(one, { kind: "write", ready: true, words: { understood: "It was March again." } });
  for (const one of [mara, jon])
    take(one, { kind: "write", ready: true, words: { heard: 7, topic: 6, pace: 5 } });
  expect(mara.snapshot().state.complete).toBe(true);
  expect(jon.snapshot().state).toEqual(mara.snapshot().state);
  expect(jon.snapshot().entries.map(({ seq }) => seq)).toEqual(mara.snapshot().entries.map(({ seq }) => seq));
});

test("each knows their own seat, the names of both, and nothing of a server", () => {
  const { mara, jon } = tried(deepMirror);
  expect(mara.snapshot()).toMatchObject({ seat: "a", guide: { id: "deep-mirror" }, isReady: true });
  expect(jon.snapshot()).toMatchObject({ seat: "b", connection: { kind: "online" }, invitation: null });
  expect(jon.snapshot().seats.map(({ name }) => name)).toEqual(["Mara", "Jon"]);
});

test("what one says the other reads at once, and whoever looks is told", () => {
  const both = tried();
  bothAcknowledge(both);
  const heads: number[] = [];
  const stop = both.jon.subscribe(() => heads.push(both.jon.snapshot().state.head));
  const said = take(both.mara, { kind: "say", words: { text: "One thing." } });
  expect(wordsAt(both.jon, said)).toEqual({ text: "One thing." });
  expect(heads).toEqual([said]);
  stop();
  take(both.jon, { kind: "reflect", answers: said, words: { text: "One thing, back." } });
  expect(heads).toEqual([said]);
});

test("what Mara writes for herself alone never comes to Jon’s side", () => {
  const { mara, jon } = untilTheQuestions();
  for (const one of [mara, jon]) take(one, { kind: "write", ready: true, words: { passed: true } });
  expect(stepOf(mara)).toBe("for-yourself");
  const written = take(mara, { kind: "write", ready: true, words: { heard: 3, topic: 4, pace: 9 } });
  take(jon, { kind: "write", ready: true, words: { passed: true } });
  expect(wordsAt(mara, written)).toEqual({ heard: 3, topic: 4, pace: 9 });
  expect(jon.snapshot().entries.find(({ seq }) => seq === written)).not.toHaveProperty("words");
  expect(JSON.stringify(jon.snapshot().entries)).not.toContain('"pace"');
});

test("an answer that both see together is shown when both are there, and not before", () => {
  const { mara, jon } = untilTheQuestions();
  const first = take(mara, { kind: "write", ready: true, words: { understood: "canary-march" } });
  expect(JSON.stringify(jon.snapshot())).not.toContain("canary");
  take(jon, { kind: "write", ready: true, words: { understood: "It was late." } });
  expect(wordsAt(jon, first)).toEqual({ understood: "canary-march" });
});

test("a refused move gives its words back, and changes nothing for anybody", () => {
  const both = tried();
  bothAcknowledge(both);
  const before = both.mara.snapshot().entries;
  const move: Move = { kind: "say", words: { text: "Not my turn." } };
  both.jon.send("talk:say", move);
  const { returned } = both.jon.snapshot();
  expect(returned).toMatchObject({ slot: "talk:say", move, refusal: { kind: "not-your-turn" } });
  expect(both.jon.draftOf("talk:say")).toEqual({ text: "Not my turn." });
  expect(both.mara.snapshot().entries).toBe(before);
  both.jon.dismissReturned();
  expect(both.jon.snapshot().returned).toBeNull();
});

test("words of the wrong shape are refused too", () => {
  const both = tried();
  bothAcknowledge(both);
  both.mara.send("talk:say", { kind: "say", words: { text: " " } });
  expect(both.mara.snapshot().returned?.refusal.kind).toBe("bad-request");
});

test("a draft is there until it is sent, on its own side alone", () => {
  const both = tried();
  bothAcknowledge(both);
  both.mara.keepDraft("talk:say", { text: "canary-draft" });
  expect(both.mara.draftOf("talk:say")).toEqual({ text: "canary-draft" });
  expect(both.jon.draftOf("talk:say")).toBeNull();
  both.mara.send("talk:say", { kind: "say", words: { text: "One thing." } });
  expect(both.mara.draftOf("talk:say")).toBeNull();
  both.jon.keepDraft("talk:reflect", { text: "One" });
  both.jon.keepDraft("talk:reflect", null);
  expect(both.jon.draftOf("talk:reflect")).toBeNull();
});
