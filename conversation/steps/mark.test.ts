import { describe, expect, test } from "vitest";
import type { Guide } from "../guide";
import { PART_VERDICTS, type PartVerdict } from "../moves";
import type { Seat } from "../seats";
import { always, LONG } from "../testing/always";
import { account, marking, pairGuide, reading, talking } from "../testing/guides";
import { bothAcknowledge, HOUR, type Play, play, playWithTherapist } from "../testing/play";

const WRITE = { kind: "write", ready: true } as const;
const mark = (part: string, verdict: PartVerdict = "landed", answers = 1) =>
  ({ kind: "mark", answers, part, verdict }) as const;

/** b has written both parts with number 1, and a is to mark them. */
function written(
  guide: Guide = pairGuide(account(), marking(), reading()),
  make: (guide: Guide) => Play = play,
): Play {
  const talk = make(guide);
  talk.b(WRITE);
  return talk;
}

const marksIn = (talk: Play) =>
  talk.state.steps.flatMap(({ progress }) => (progress.kind === "mark" ? [progress.marks] : []))[0];

describe("who marks what", () => {
  test("[M1] the role the step names marks, and the other waits", () => {
    const talk = written();
    expect(talk.step).toBe("marking");
    expect(talk.openInStep("a")).toEqual([
      { kind: "mark", answers: 1, part: "story" },
      { kind: "mark", answers: 1, part: "harm" },
    ]);
    expect(talk.openInStep("b")).toEqual([]);
    expect(talk.refusal("b", mark("story"))).toEqual({ kind: "not-your-turn" });
  });

  test("[M1] the role goes with the one who took it, not with the seat", () => {
    const talk = play(pairGuide(account(), marking()), "second");
    talk.a(WRITE);
    expect(talk.refusal("a", mark("story"))).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("b", mark("story"))).toBeNull();
  });

  test("[M1] the parts are the questions of the writing it names, not of one between", () => {
    const other = account({
      id: "other",
      who: "each",
      fields: [{ id: "more", kind: "text", label: "More?" }],
    });
    const talk = play(pairGuide(account(), other, marking()));
    talk.b(WRITE);
    talk.a(WRITE);
    talk.b(WRITE);
    expect(talk.openInStep("a").map(({ part, answers }) => [answers, part])).toEqual([
      [1, "story"],
      [1, "harm"],
    ]);
  });

  test.each(["nothing", "", "__proto__", "constructor"])(
    "[M1] the part %j is not there: not open",
    (part) => {
      const talk = written();
      expect(talk.refusal("a", mark(part))).toEqual({ kind: "not-open" });
      talk.record("a", mark(part));
      expect(marksIn(talk)).toEqual({});
    },
  );

  test("[M1] a part that is not there is not the other's to mark either", () => {
    expect(written().refusal("b", mark("nothing"))).toEqual({ kind: "not-your-turn" });
  });

  test("[M1, G4] a mark that names another writing is stale and learns the one that is meant", () => {
    const talk = written();
    for (const answers of [0, 2, 99])
      expect(talk.refusal("a", mark("story", "landed", answers))).toEqual({ kind: "stale", current: 1 });
  });

  test("[M1, G10] not before the step has begun, and then the writing of long ago", () => {
    const talk = written(pairGuide(account(), reading(), marking()));
    expect(talk.refusal("a", mark("story"))).toEqual({ kind: "not-open" });
    bothAcknowledge(talk);
    expect(talk.refusal("a", mark("story"))).toBeNull();
  });
});

describe("marking", () => {
  test.each(PART_VERDICTS)("[M2, M3] %s is a mark: with one on each part the step ends", (verdict) => {
    const talk = written();
    talk.a(mark("harm", verdict));
    expect(talk.step).toBe("marking");
    talk.a(mark("story", verdict));
    expect(talk.step).toBe("reading");
    expect(marksIn(talk)).toEqual({ harm: verdict, story: verdict });
  });

  test("[M3] marking one part twice is not marking both", () => {
    const talk = written();
    talk.a(mark("story"));
    talk.a(mark("story", "not-yet"));
    expect(talk.step).toBe("marking");
  });

  test("[M3] what has no mark yet is offered first", () => {
    const talk = written();
    talk.a(mark("story"));
    expect(talk.openInStep("a").map(({ part }) => part)).toEqual(["harm", "story"]);
  });
});

describe("changing a mark", () => {
  /** Both parts are marked as deferred, and the conversation has gone on to `then`. */
  function marked(...then: readonly ReturnType<typeof reading>[]): Play {
    const talk = written(pairGuide(account(), marking(), ...then));
    talk.a(mark("story", "deferred"));
    talk.a(mark("harm", "deferred"));
    return talk;
  }

  test("[M4] in the step itself", () => {
    const talk = written();
    talk.a(mark("story", "not-yet"));
    talk.a(mark("story", "landed"));
    expect(marksIn(talk)).toEqual({ story: "landed" });
  });

  test("[M4] in a later step, of which it changes nothing", () => {
    const talk = marked(reading());
    talk.b({ kind: "acknowledge" });
    const step = talk.state.steps.at(-1);
    talk.a(mark("story", "landed"));
    expect(marksIn(talk)).toEqual({ story: "landed", harm: "deferred" });
    expect(talk.state.steps.at(-1)).toEqual(step);
    expect(talk.step).toBe("reading");
  });

  test("[M4] after the conversation is complete, as often as they like", () => {
    const talk = marked();
    expect(talk.status).toBe("complete");
    for (const verdict of ["not-yet", "landed", "not-yet"] as const) {
      talk.a(mark("harm", verdict));
      expect(marksIn(talk)).toEqual({ story: "deferred", harm: verdict });
    }
    expect(talk.status).toBe("complete");
  });

  test("[M4, G7] nothing else is open then, and to the other nothing at all", () => {
    const talk = marked();
    expect(talk.open("a")).toEqual([
      { kind: "mark", answers: 1, part: "story" },
      { kind: "mark", answers: 1, part: "harm" },
    ]);
    expect(talk.open("b")).toEqual([]);
    expect(talk.refusal("b", mark("story"))).toEqual({ kind: "complete" });
    expect(talk.refusal("a", mark("nothing"))).toEqual({ kind: "complete" });
    expect(talk.refusal("a", { kind: "stop" })).toEqual({ kind: "complete" });
  });

  test("[M4] the other does not change it in a later step", () => {
    const talk = marked(reading());
    expect(talk.refusal("b", mark("story"))).toEqual({ kind: "not-open" });
  });

  test("[M4, M1] a part that is not there is not open in a later step either", () => {
    const talk = marked(reading());
    expect(talk.refusal("a", mark("nothing"))).toEqual({ kind: "not-open" });
    expect(talk.refusal("a", mark("story", "landed", 3))).toEqual({ kind: "stale", current: 1 });
  });

  test("[M4, G8] that a mark may be changed gives nobody a turn in the step", () => {
    const talk = marked(reading());
    talk.a({ kind: "acknowledge" });
    expect(talk.refusal("a", { kind: "acknowledge" })).toEqual({ kind: "not-your-turn" });
    expect(talk.openInStep("a")).toEqual([]);
  });

  test("[M4, D3] nor the floor: whoever waits to be said back is still told that it is not their turn", () => {
    const talk = written(pairGuide(account(), marking(), talking()));
    for (const part of ["story", "harm"]) talk.a(mark(part));
    talk.a({ kind: "say" });
    expect(talk.refusal("a", { kind: "say" })).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("a", mark("story", "not-yet"))).toBeNull();
  });

  test("[M4, T2, F2, H1] not in a time-out, not while stopped, not while held", () => {
    const talk = written(pairGuide(account(), marking(), reading()), playWithTherapist);
    talk.t({ kind: "hold" });
    expect(talk.refusal("a", mark("story"))).toEqual({ kind: "held" });
    talk.t({ kind: "resume" });
    const until = talk.in(HOUR);
    talk.a({ kind: "time-out", returnAt: until });
    expect(talk.refusal("a", mark("story"))).toEqual({ kind: "timed-out", until });
    talk.a({ kind: "stop" });
    expect(talk.refusal("a", mark("story"))).toEqual({ kind: "stopped" });
  });

  test("[M4] each of two markings keeps its own", () => {
    const [one, two] = [account(), account({ id: "second-account" })];
    const talk = written(pairGuide(one, two, marking(), marking({ id: "second-marking", of: two.id })));
    talk.b(WRITE);
    for (const part of ["story", "harm"]) talk.a(mark(part, "landed", 1));
    talk.a(mark("story", "not-yet", 2));
    talk.a(mark("story", "deferred", 1));
    const marks = talk.state.steps.flatMap(({ progress }) =>
      progress.kind === "mark" ? [progress.marks] : [],
    );
    expect(marks).toEqual([{ story: "deferred", harm: "landed" }, { story: "not-yet" }]);
  });
});

describe("where there is nothing to mark", () => {
  test("[G9, H4] a writing that was left out is not marked: the step ends as it begins", () => {
    const talk = playWithTherapist(pairGuide(account(), marking(), reading()));
    talk.t({ kind: "skip-step" });
    expect(talk.step).toBe("reading");
    bothAcknowledge(talk);
    expect(talk.status).toBe("complete");
    expect(talk.open("a")).toEqual([]);
  });

  test("[H4, M4] what was marked before the step was skipped may still be changed, and the rest marked", () => {
    const talk = written(pairGuide(account(), marking(), reading()), playWithTherapist);
    talk.a(mark("story", "not-yet"));
    talk.t({ kind: "skip-step" });
    talk.a(mark("story"));
    talk.a(mark("harm"));
    expect(marksIn(talk)).toEqual({ story: "landed", harm: "landed" });
    expect(talk.step).toBe("reading");
  });
});

describe("in any conversation", () => {
  test("[M1, M2, M4] only the role marks, and each part bears its latest mark", LONG, () => {
    always((talk) => {
      for (const { progress } of talk.state.steps) {
        if (progress.kind !== "mark") continue;
        const marks = talk.log.filter((move) => move.kind === "mark" && move.answers === progress.of);
        const by = new Set<Seat>(marks.map(({ seat }) => seat));
        expect([...by].filter((seat) => seat !== talk.roster.roles[progress.step.by])).toEqual([]);
        const latest = marks.flatMap((move) =>
          move.kind === "mark" ? [[move.part, move.verdict] as const] : [],
        );
        expect(progress.marks).toEqual(Object.fromEntries(latest));
      }
    });
  });
});
