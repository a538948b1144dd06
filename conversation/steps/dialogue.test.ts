import { describe, expect, test } from "vitest";
import { pairGuide, reading, talking } from "../testing/guides";
import type { Play } from "../testing/play";
import { play, sayAndReflect, sayReflectCheck } from "../testing/play";

const SAY = { kind: "say" } as const;
const PASS = { kind: "pass-floor" } as const;
const HEARD = { kind: "heard" } as const;

const dialogue = () => play(pairGuide(talking(), reading()));

describe("speaking and saying back", () => {
  test("[D1] the floor begins with the role the guide names, whichever seat took it", () => {
    expect(play(pairGuide(talking({ first: "first" }))).openInStep("a")).toEqual([SAY]);
    expect(play(pairGuide(talking({ first: "second" }))).openInStep("b")).toEqual([SAY]);
    expect(play(pairGuide(talking({ first: "first" })), "second").openInStep("b")).toEqual([SAY]);
    expect(play(pairGuide(talking({ first: "second" })), "second").openInStep("a")).toEqual([SAY]);
  });

  test("[D2] with the floor and nothing waiting, the speaker may say, and the other waits", () => {
    const talk = dialogue();
    expect(talk.openInStep("a")).toEqual([SAY]);
    expect(talk.openInStep("b")).toEqual([]);
    expect(talk.refusal("b", SAY)).toEqual({ kind: "not-your-turn" });
  });

  test("[D2] there is nothing to pass, to check or to feel heard about before the first word", () => {
    const talk = dialogue();
    expect(talk.refusal("a", PASS)).toEqual({ kind: "not-open" });
    expect(talk.refusal("a", HEARD)).toEqual({ kind: "not-open" });
    expect(talk.refusal("a", { kind: "check", answers: 1, verdict: "yes" })).toEqual({
      kind: "stale",
      current: null,
    });
    expect(talk.refusal("b", { kind: "reflect", answers: 1 })).toEqual({ kind: "stale", current: null });
  });

  test("[D3] after a say the other may reflect, naming it, and nobody else may speak", () => {
    const talk = dialogue();
    const said = talk.a(SAY);
    expect(talk.openInStep("b")).toEqual([{ kind: "reflect", answers: said }]);
    expect(talk.openInStep("a")).toEqual([]);
    expect(talk.refusal("a", SAY)).toEqual({ kind: "not-your-turn" });
    expect(talk.refusal("b", SAY)).toEqual({ kind: "not-open" });
  });

  test("[D3] the speaker does not say back their own words", () => {
    const talk = dialogue();
    const said = talk.a(SAY);
    expect(talk.refusal("a", { kind: "reflect", answers: said })).toEqual({ kind: "not-your-turn" });
  });

  test("[D3, G4] a reflection that names another number is stale and learns the present one", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a");
    const second = talk.a(SAY);
    expect(talk.refusal("b", { kind: "reflect", answers: 1 })).toEqual({ kind: "stale", current: second });
  });

  test("[D4] after a reflection only the speaker acts, with a check that names it", () => {
    const talk = dialogue();
    const reflection = sayAndReflect(talk, "a");
    expect(talk.openInStep("a")).toEqual([{ kind: "check", answers: reflection }]);
    expect(talk.openInStep("b")).toEqual([]);
    expect(talk.refusal("b", { kind: "check", answers: reflection, verdict: "yes" })).toEqual({
      kind: "not-your-turn",
    });
    expect(talk.refusal("a", SAY)).toEqual({ kind: "not-open" });
  });

  test("[D4, D6] a check that is yes frees the speaker: to say more, to pass the floor, or to be heard", () => {
    const talk = dialogue();
    sayReflectCheck(talk, "a", "yes");
    expect(talk.openInStep("a")).toEqual([SAY, PASS, HEARD]);
    expect(talk.openInStep("b")).toEqual([]);
  });

  test.each(["partly", "no"] as const)("[D4] a check that is %s sends the same say back", (verdict) => {
    const talk = dialogue();
    const said = talk.a(SAY);
    const reflection = talk.b({ kind: "reflect", answers: said });
    talk.a({ kind: "check", answers: reflection, verdict });
    expect(talk.openInStep("b")).toEqual([{ kind: "reflect", answers: said }]);
    expect(talk.openInStep("a")).toEqual([]);
  });
});

describe("when it does not arrive", () => {
  /** The other says it back so many times, and it never was quite it. Gives the number of the say. */
  function missed(talk: Play, times: number): number {
    const said = talk.a(SAY);
    for (let time = 1; time <= times; time += 1) {
      const reflection = talk.b({ kind: "reflect", answers: said });
      talk.a({ kind: "check", answers: reflection, verdict: time % 2 ? "partly" : "no" });
    }
    return said;
  }

  test("[D5] after two that were not yes the speaker still waits", () => {
    const talk = dialogue();
    missed(talk, 2);
    expect(talk.openInStep("a")).toEqual([]);
    expect(talk.refusal("a", SAY)).toEqual({ kind: "not-your-turn" });
  });

  test("[D5] after three that were not yes the speaker may also say it anew", () => {
    const talk = dialogue();
    const said = missed(talk, 3);
    expect(talk.openInStep("a")).toEqual([SAY]);
    expect(talk.openInStep("b")).toEqual([{ kind: "reflect", answers: said }]);
  });

  test("[D5] saying it anew stays open while more reflections miss", () => {
    const talk = dialogue();
    missed(talk, 5);
    expect(talk.openInStep("a")).toEqual([SAY]);
  });

  test("[D5, G4] what is said anew takes the place of the first: reflecting the first is stale", () => {
    const talk = dialogue();
    const first = missed(talk, 3);
    const anew = talk.a(SAY);
    expect(talk.refusal("b", { kind: "reflect", answers: first })).toEqual({ kind: "stale", current: anew });
    expect(talk.openInStep("b")).toEqual([{ kind: "reflect", answers: anew }]);
  });

  test("[D5] counting begins again with what was said anew", () => {
    const talk = dialogue();
    missed(talk, 3);
    missed(talk, 2);
    expect(talk.openInStep("a")).toEqual([]);
  });

  test("[D5] counting begins again with the next thing that is said", () => {
    const talk = dialogue();
    const said = missed(talk, 2);
    const reflection = talk.b({ kind: "reflect", answers: said });
    talk.a({ kind: "check", answers: reflection, verdict: "yes" });
    missed(talk, 2);
    expect(talk.openInStep("a")).toEqual([]);
  });
});

test("[D11] say and reflect may be aloud", () => {
  const talk = dialogue();
  const said = talk.a({ kind: "say", aloud: true });
  const reflection = talk.b({ kind: "reflect", answers: said, aloud: true });
  expect(talk.openInStep("a")).toEqual([{ kind: "check", answers: reflection }]);
});

test("[D11] that it was aloud is structure, so both see it", () => {
  const talk = dialogue();
  talk.a({ kind: "say", aloud: true });
  expect(talk.view("b").entries[0]).toMatchObject({ kind: "say", aloud: true });
});
