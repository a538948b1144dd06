import { describe, expect, test } from "vitest";
import { pairGuide, reading, soloGuide, writing } from "../testing/guides";
import { play } from "../testing/play";

const WRITE = { kind: "write", ready: true } as const;

describe("whom the step names", () => {
  test("[W1, W3] each partner writes, in whichever order, and the last one ends the step", () => {
    const talk = play(pairGuide(writing(), reading()));
    expect(talk.openInStep("a")).toEqual([{ kind: "write" }]);
    expect(talk.openInStep("b")).toEqual([{ kind: "write" }]);
    talk.b(WRITE);
    expect(talk.step).toBe("writing");
    talk.a(WRITE);
    expect(talk.step).toBe("reading");
  });

  test("[W1] a role that is named writes, and the other does not", () => {
    const talk = play(pairGuide(writing({ who: { role: "second" } }), reading()));
    expect(talk.openInStep("b")).toEqual([{ kind: "write" }]);
    expect(talk.openInStep("a")).toEqual([]);
    expect(talk.refusal("a", WRITE)).toEqual({ kind: "not-your-turn" });
  });

  test("[W1] the role goes with the one who took it, not with the seat", () => {
    const talk = play(pairGuide(writing({ who: { role: "second" } }), reading()), "second");
    expect(talk.refusal("b", WRITE)).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("a", WRITE)).toBeNull();
  });

  test("[W3] the step ends with the one it names, whatever the other did", () => {
    const talk = play(pairGuide(writing({ who: { role: "first" } }), reading()));
    talk.a(WRITE);
    expect(talk.step).toBe("reading");
  });

  test("[W3] alone, the step ends when the one has written", () => {
    const alone = play(soloGuide(writing(), reading()));
    alone.a(WRITE);
    expect(alone.step).toBe("reading");
  });
});

describe("writing again", () => {
  test("[W1] whoever has written may write again until the step ends", () => {
    const talk = play(pairGuide(writing(), reading()));
    talk.a(WRITE);
    talk.a(WRITE);
    expect(talk.openInStep("a")).toEqual([{ kind: "write" }]);
    expect(talk.step).toBe("writing");
  });

  test("[W1] the later writing takes the place of the earlier one", () => {
    const talk = play(pairGuide(writing(), reading()));
    talk.a(WRITE);
    const again = talk.a(WRITE);
    expect(talk.state.steps[0]?.progress).toMatchObject({ latest: { a: again } });
  });

  test("[W1] once the step has ended there is no more writing in it", () => {
    const talk = play(pairGuide(writing(), reading()));
    talk.a(WRITE);
    talk.b(WRITE);
    expect(talk.refusal("a", WRITE)).toEqual({ kind: "not-open" });
  });

  test("[W1] a writing belongs to the step in which it was made: the next step begins empty", () => {
    const talk = play(pairGuide(writing({ id: "one" }), writing({ id: "two" })));
    talk.a(WRITE);
    talk.b(WRITE);
    expect(talk.step).toBe("two");
    expect(talk.state.steps[1]?.progress).toMatchObject({ latest: {} });
  });
});
