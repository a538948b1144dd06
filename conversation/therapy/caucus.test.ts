import { describe, expect, test } from "vitest";
import { PARTNERS } from "../seats";
import { pairGuide, talking } from "../testing/guides";
import { type Play, playWithTherapist } from "../testing/play";
import { maySayApart, readsApart } from "./caucus";

const T = { seat: "t", engagementId: "e1" } as const;
const COLLEAGUE = { seat: "t", engagementId: "e2" } as const;
const EVERYBODY = [{ seat: "a" }, { seat: "b" }, T, COLLEAGUE] as const;

/** A caucus with b, begun by the therapist of e1. */
function apart(): Play {
  const talk = playWithTherapist(pairGuide(talking()));
  talk.t({ kind: "hold" });
  talk.t({ kind: "resume" });
  talk.recordBy("e1", { kind: "caucus", with: "b" });
  return talk;
}

describe("what is said apart", () => {
  test("[H9, H10] is said by the partner and the therapist whose caucus it is, and by nobody else", () => {
    const said = { with: "b", engagementId: "e1" };
    expect(EVERYBODY.map((who) => maySayApart(apart().state, who))).toEqual([null, said, said, null]);
  });

  test("[H9] is said only while the caucus lasts", () => {
    const talk = apart();
    talk.t({ kind: "caucus", with: "b" });
    for (const who of EVERYBODY) expect(maySayApart(talk.state, who)).toBeNull();
    const stopped = apart();
    stopped.a({ kind: "stop" });
    for (const who of EVERYBODY) expect(maySayApart(stopped.state, who)).toBeNull();
    const left = apart();
    left.therapistGoes();
    for (const who of EVERYBODY) expect(maySayApart(left.state, who)).toBeNull();
  });

  test("[H9] is read by the two, afterwards too", () => {
    for (const partner of PARTNERS) {
      const said = { with: partner, engagementId: "e1" };
      expect(EVERYBODY.filter((who) => readsApart(said, who))).toEqual([{ seat: partner }, T]);
    }
  });
});
