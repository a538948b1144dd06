import { expect, test } from "vitest";
import type { Move, Words } from "../moves";
import type { Partner } from "../seats";
import { bothAcknowledge, type Play, play, sayReflectCheck } from "../testing/play";
import { checkWords } from "../words";
import { owningIt } from "./owning-it";

/** A partner makes a move whose words are checked too, as the server would. */
function send(talk: Play, seat: Partner, move: Move): number {
  expect(checkWords(talk.state, move)).toEqual({ ok: true });
  return talk.take(seat, move);
}

const ANSWER: Words = {
  did: "I hid the letters.",
  harm: "You stopped believing me.",
  "make-right": "I show you the letters when they come.",
  feel: "I am ashamed.",
  "came-about": "I was afraid of your answer.",
  differently: "I say it the same day.",
};

test("[D12, W4, M1, M2, M4, S2, G1, G7] owning it: heard first, then answered, marked and made good", () => {
  const talk = play(owningIt, "acting"); // the one who caused the hurt asks for it, in seat a
  bothAcknowledge(talk);

  expect(talk.step).toBe("hear");
  expect(talk.openInStep("a")).toEqual([]);
  sayReflectCheck(talk, "b", "yes");
  expect(talk.refusal("b", { kind: "pass-floor" })).toEqual({ kind: "not-open" });
  talk.b({ kind: "heard" });

  expect(talk.step).toBe("prepare");
  expect(talk.openInStep("b")).toEqual([]);
  const draft = send(talk, "a", { kind: "write", ready: true, words: { ...ANSWER, feel: "I am sad." } });
  expect(talk.step).toBe("account");
  const account = send(talk, "a", { kind: "write", ready: true, words: ANSWER });
  const { entries } = talk.view("b");
  expect(entries[draft - 1]).not.toHaveProperty("words");
  expect(entries[account - 1]).toHaveProperty("words", ANSWER);

  expect(talk.step).toBe("landed");
  expect(talk.openInStep("a")).toEqual([]);
  for (const part of Object.keys(ANSWER))
    talk.b({ kind: "mark", answers: account, part, verdict: part === "feel" ? "deferred" : "landed" });

  expect(talk.step).toBe("amends");
  const offer = send(talk, "a", {
    kind: "propose",
    sort: "repair-offer",
    words: { what: "Put every letter on the table.", when: "When it comes.", sign: "It lies there." },
  });
  expect(talk.refusal("a", { kind: "accept", answers: offer })).toEqual({ kind: "not-your-turn" });
  talk.b({ kind: "accept", answers: offer });
  talk.a({ kind: "enough" });
  talk.b({ kind: "enough" });

  expect(talk.status).toBe("complete");
  talk.b({ kind: "mark", answers: account, part: "feel", verdict: "landed" });
  expect(talk.status).toBe("complete");
});
