import { describe, expect, test } from "vitest";
import type { Move } from "./moves";
import { seatView } from "./seat-view";
import type { Partner, Seat } from "./seats";
import { EVERY_KIND, structureOf } from "./testing/any-move";
import { account, marking, pairGuide, reading, settling, talking, writing } from "./testing/guides";
import { bothAcknowledge, HOUR, type Play, play, playAlone, playWithTherapist } from "./testing/play";

// What becomes of a conversation when one of the two leaves the space for good.

const SEATS: readonly Seat[] = ["a", "b", "t"];
const write = (story: string): Move => ({ kind: "write", ready: true, words: { story } });

/** Nothing is open to anybody, and whatever anybody tries is refused for the same reason. */
function expectLeft(talk: Play): void {
  expect(talk.status).toBe("left");
  for (const seat of SEATS) {
    expect(talk.open(seat)).toEqual([]);
    if (seat === "t" && !talk.roster.therapist) continue;
    for (const kind of EVERY_KIND) expect(talk.refusal(seat, structureOf(kind))).toEqual({ kind: "left" });
  }
}

describe("once a partner has left", () => {
  test.each([["a"], ["b"], ["a", "b"]] as const)("[G11] nothing is open to anybody: %s", (...seats) => {
    const talk = playWithTherapist(pairGuide(reading(), talking()));
    bothAcknowledge(talk);
    talk.leave(seats, false);
    expectLeft(talk);
  });

  const WHEREVER: Readonly<Record<string, (talk: Play) => void>> = {
    "in a time-out": (talk) => talk.a({ kind: "time-out", returnAt: talk.in(HOUR) }),
    stopped: (talk) => talk.a({ kind: "stop" }),
    held: (talk) => talk.t({ kind: "hold" }),
  };
  test.each(Object.keys(WHEREVER))("[G11] it goes on from nowhere: %s", (name) => {
    const talk = playWithTherapist(pairGuide(reading(), talking()));
    WHEREVER[name]?.(talk);
    talk.leave(["b"], false);
    talk.later(2 * HOUR);
    expectLeft(talk);
  });

  test("[G11, M4] what is complete stays as it is: marks too", () => {
    const talk = play(pairGuide(account(), marking()));
    const of = talk.b({ kind: "write", ready: true, words: { story: "It.", harm: "That." } });
    for (const part of ["story", "harm"]) talk.a({ kind: "mark", answers: of, part, verdict: "deferred" });
    expect(talk.status).toBe("complete");
    talk.leave(["b"], false);
    expectLeft(talk);
  });

  test("[G11, V4] what was read before can be read still", () => {
    const talk = play(pairGuide(talking()));
    talk.a({ kind: "say", words: { text: "I was alone." } });
    const before = talk.view("b");
    talk.leave(["a"], false);
    expect(talk.view("b")).toEqual(before);
  });

  test("[G11] whoever has no seat is told that, as ever", () => {
    const talk = play(pairGuide(talking()));
    talk.leave(["a"], false);
    expect(talk.refusal("t", { kind: "hold" })).toEqual({ kind: "not-a-member" });
  });

  test("[G11] what one does alone goes on", () => {
    const talk = playAlone(pairGuide(writing(), writing({ id: "more" })));
    talk.leave(["b"], true);
    talk.a(write("Mine."));
    expect(talk.status).toBe("running");
  });
});

describe("words that were taken back", () => {
  test("[V8] are given to nobody, and that they are gone is told to whoever could read them", () => {
    const talk = play(pairGuide(writing({ seen: "self" }), talking()));
    talk.a(write("Only for me."));
    talk.b(write("Only for me too."));
    talk.a({ kind: "say", words: { text: "I was alone." } });
    talk.b({ kind: "reflect", answers: 3, words: { text: "You were alone." } });
    talk.leave(["a"], true);
    const told = (reader: Partner) =>
      talk.view(reader).entries.map(({ words, withdrawn }) => (withdrawn ? "withdrawn" : (words ?? null)));
    expect(told("b")).toEqual([
      null,
      { story: "Only for me too." },
      "withdrawn",
      { text: "You were alone." },
    ]);
    expect(told("a")).toEqual(["withdrawn", null, "withdrawn", { text: "You were alone." }]);
  });

  test("[V8] are told as such where they are revealed later", () => {
    const talk = play(pairGuide(writing({ seen: "together" }), reading()));
    talk.a(write("From a."));
    talk.b(write("From b."));
    talk.leave(["a"], true);
    expect(talk.view("b", 1).revealed).toEqual([{ seq: 1, withdrawn: true }]);
    expect(talk.view("a", 2).revealed).toEqual([]);
  });

  test("[V8] are not even asked for", () => {
    const talk = play(pairGuide(writing({ seen: "together" }), settling()));
    talk.a(write("From a."));
    talk.b(write("From b."));
    talk.a({ kind: "propose", sort: "commitment", words: { what: "I call." } });
    talk.leave(["a"], true);
    for (const since of [0, 1, 2]) {
      const asked: number[] = [];
      seatView(talk.state, talk.log.slice(since), "b", since, (seq) => {
        asked.push(seq);
        return talk.words.get(seq);
      });
      expect(asked).toEqual(since < 2 ? [2] : []);
    }
  });

  test("[V8] of what may also go without words nothing is told", () => {
    const talk = play(pairGuide(talking()));
    talk.a({ kind: "say", aloud: true, words: { text: "And in writing." } });
    talk.b({ kind: "reflect", answers: 1, aloud: true });
    talk.a({ kind: "check", answers: 2, verdict: "partly", words: { text: "For weeks." } });
    talk.leave(["a", "b"], true);
    expect(talk.view("b").entries).toEqual(talk.log);
  });
});
