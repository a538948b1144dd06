import { describe, expect, test } from "vitest";
import type { Move, Words } from "../moves";
import type { Partner } from "../seats";
import { bothAcknowledge, type Play, play, sayReflectCheck } from "../testing/play";
import { checkWords } from "../words";
import { speakAndReflect } from "./speak-and-reflect";

/** A partner makes a move whose words are checked too, as the server would. */
function send(talk: Play, seat: Partner, move: Move): number {
  expect(checkWords(talk.state, move)).toEqual({ ok: true });
  return talk.take(seat, move);
}

const answer = (words: Words): Move => ({ kind: "write", ready: true, words });

describe("speak and reflect, from the first move to the last", () => {
  test("[G1, G7, D1, D4, D10, W4] one says it, it is not quite heard, then it is; the other too", () => {
    const talk = play(speakAndReflect);

    expect(talk.step).toBe("ground-rules");
    send(talk, "b", { kind: "acknowledge" });
    send(talk, "a", { kind: "acknowledge" });

    expect(talk.step).toBe("talk");
    const said = send(talk, "a", { kind: "say", words: { text: "On Sunday I ate alone again." } });
    const near = send(talk, "b", { kind: "reflect", answers: said, words: { text: "You were angry." } });
    send(talk, "a", { kind: "check", answers: near, verdict: "partly", words: { text: "Not angry. Sad." } });
    expect(talk.openInStep("b")).toEqual([{ kind: "reflect", answers: said }]);
    const there = send(talk, "b", { kind: "reflect", answers: said, words: { text: "It made you sad." } });
    send(talk, "a", { kind: "check", answers: there, verdict: "yes" });
    send(talk, "a", { kind: "heard" });

    const replied = send(talk, "b", { kind: "say", aloud: true });
    const back = send(talk, "a", { kind: "reflect", answers: replied, aloud: true });
    send(talk, "b", { kind: "check", answers: back, verdict: "yes" });
    send(talk, "b", { kind: "heard" });

    expect(talk.step).toBe("understood");
    const first = send(talk, "a", answer({ understood: "That he was ashamed." }));
    expect(talk.view("b").entries.at(-1)).not.toHaveProperty("words");
    send(talk, "b", answer({ passed: true }));
    expect(talk.view("b").entries[first - 1]).toHaveProperty("words", { understood: "That he was ashamed." });
    expect(talk.view("a").entries.at(-1)).toHaveProperty("words", { passed: true });

    expect(talk.step).toBe("for-yourself");
    const mine = send(talk, "b", answer({ heard: 7, topic: 0, pace: 10 }));
    send(talk, "a", answer({ passed: true }));
    expect(talk.view("a").entries[mine - 1]).not.toHaveProperty("words");

    expect(talk.status).toBe("complete");
    expect(talk.log).toHaveLength(16);
    expect([...talk.open("a"), ...talk.open("b")]).toEqual([]);
  });

  test("[D1] whoever would like to listen first leaves the first word to the other", () => {
    const talk = play(speakAndReflect, "second");
    bothAcknowledge(talk);
    expect(talk.refusal("a", { kind: "say" })).toEqual({ kind: "not-your-turn" });
    expect(talk.openInStep("b")).toEqual([{ kind: "say" }]);
  });

  test("[D10, T4, F2] a break and a stop in the middle lose nothing", () => {
    const talk = play(speakAndReflect);
    bothAcknowledge(talk);
    talk.b({ kind: "repair", family: "stop-there" });
    sayReflectCheck(talk, "a");
    talk.b({ kind: "time-out", returnAt: talk.in(30 * 60_000) });
    talk.b({ kind: "stop" });
    talk.a({ kind: "reopen" });
    talk.later(30 * 60_000);
    talk.a({ kind: "return" });
    talk.a({ kind: "heard" });
    sayReflectCheck(talk, "b");
    talk.b({ kind: "heard" });
    expect(talk.step).toBe("understood");
  });
});
