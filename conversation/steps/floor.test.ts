import { describe, expect, test } from "vitest";
import { floorOf } from "../state";
import { pairGuide, reading, talking } from "../testing/guides";
import { play, sayAndReflect, sayReflectCheck } from "../testing/play";

const SAY = { kind: "say" } as const;
const PASS = { kind: "pass-floor" } as const;
const HEARD = { kind: "heard" } as const;

describe("giving the floor away", () => {
  const dialogue = () => play(pairGuide(talking(), reading()));

  test("[D9] passing gives the floor to the other", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(PASS);
    expect(floorOf(talk.state)).toBe("b");
    expect(talk.openInStep("b")).toEqual([SAY]);
    expect(talk.openInStep("a")).toEqual([]);
  });

  test("[D9] saying I was heard gives it to the other too", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(HEARD);
    expect(floorOf(talk.state)).toBe("b");
    expect(talk.openInStep("b")).toEqual([SAY]);
  });

  test("[D9] the floor cannot be passed while a reflection or a check waits", () => {
    const talk = dialogue();
    talk.a(SAY);
    expect(talk.refusal("a", PASS)).toEqual({ kind: "not-your-turn" });
    talk.b({ kind: "reflect", answers: 1 });
    expect(talk.refusal("a", PASS)).toEqual({ kind: "not-open" });
    expect(talk.refusal("a", HEARD)).toEqual({ kind: "not-open" });
  });

  test("[D9] the other cannot take the floor", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    expect(talk.refusal("b", PASS)).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("b", HEARD)).toEqual({ kind: "not-your-turn" });
  });
});

describe("a free dialogue", () => {
  const dialogue = () => play(pairGuide(talking(), reading()));

  test("[D10] ends when each has held the floor and each was heard", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(HEARD);
    sayReflectCheck(talk, "b");
    expect(talk.step).toBe("talking");
    talk.b(HEARD);
    expect(talk.step).toBe("reading");
  });

  test("[D10] does not end when only one was heard, however often the floor goes round", () => {
    const talk = dialogue();
    for (const _round of [1, 2, 3]) {
      sayReflectCheck(talk, "a");
      talk.a(HEARD);
      sayReflectCheck(talk, "b");
      talk.b(PASS);
    }
    expect(talk.step).toBe("talking");
  });

  test("[D10] passing is not saying I was heard", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(PASS);
    sayReflectCheck(talk, "b");
    talk.b(HEARD);
    expect(talk.step).toBe("talking");
    sayReflectCheck(talk, "a");
    talk.a(HEARD);
    expect(talk.step).toBe("reading");
  });

  test("[D10] whoever was heard and gets the floor again may say more or pass it back at once", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(HEARD);
    sayReflectCheck(talk, "b");
    talk.b(PASS);
    expect(talk.openInStep("a")).toEqual([SAY, PASS]);
    talk.a(PASS);
    expect(talk.openInStep("b")).toEqual([SAY]);
  });

  test("[D10] whoever was heard and says more is said back and checked as before", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(HEARD);
    sayReflectCheck(talk, "b");
    talk.b(PASS);
    const reflection = sayAndReflect(talk, "a");
    expect(talk.openInStep("a")).toEqual([{ kind: "check", answers: reflection }]);
  });

  test("[D10] whoever was not yet heard may not pass the floor on without a word", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(PASS);
    expect(talk.refusal("b", PASS)).toEqual({ kind: "not-open" });
  });
});

describe("a dialogue held once", () => {
  const dialogue = () => play(pairGuide(talking({ once: true }), reading()));

  test("[D10] with once there is no heard", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    expect(talk.openInStep("a")).toEqual([SAY, PASS]);
    expect(talk.refusal("a", HEARD)).toEqual({ kind: "not-open" });
  });

  test("[D10] with once the step ends when each has passed the floor", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    talk.a(PASS);
    expect(talk.step).toBe("talking");
    sayReflectCheck(talk, "b");
    talk.b(PASS);
    expect(talk.step).toBe("reading");
  });

  test("[D6, D10] with once a turn may have more than one thing in it", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    sayReflectCheck(talk, "a");
    expect(talk.openInStep("a")).toEqual([SAY, PASS]);
  });
});

describe("a dialogue in which one role alone speaks", () => {
  const dialogue = (role?: string) => play(pairGuide(talking({ only: "second" }), reading()), role);

  test("[D12] that role has the floor, whatever role the guide names first", () => {
    expect(floorOf(dialogue().state)).toBe("b");
    expect(floorOf(dialogue("second").state)).toBe("a");
  });

  test("[D12] the floor cannot be passed", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "b");
    expect(talk.openInStep("b")).toEqual([SAY, HEARD]);
    expect(talk.refusal("b", PASS)).toEqual({ kind: "not-open" });
  });

  test("[D12] the step ends with its heard", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "b");
    sayReflectCheck(talk, "b", "yes");
    talk.b(HEARD);
    expect(talk.step).toBe("reading");
  });
});
