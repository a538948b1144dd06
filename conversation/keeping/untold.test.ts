import { describe, expect, test } from "vitest";
import type { Partner } from "../seats";
import { AGREEMENT_WORDS, KeepingPlay, TODAY } from "../testing/keeping-play";
import { dayAfter } from "../testing/utc-calendar";
import { firstUntold } from "./untold";

function promise(more: object = {}) {
  const play = new KeepingPlay();
  const repeat = "daily 2027-02-01/2027-12-31 UTC";
  const agreement = play.holds("commitment", { words: { ...AGREEMENT_WORDS.commitment, repeat, ...more } });
  const untold = (seat: Partner = "a", since = "2027-01-01") => {
    const agreed = play.agreements.get(agreement);
    return agreed ? firstUntold(agreed, play.register, seat, since, play.days.calendar) : null;
  };
  const tell = (day: string, seat: Partner = "a") =>
    play.take(seat, { kind: "report", agreement, version: 1, day, kept: true });
  return { play, agreement, untold, tell };
}

describe("the first day that nothing was told of", () => {
  test("[L6] is the first one since both said yes", () => {
    const { untold } = promise();
    expect(untold()).toBe("2027-02-01");
    expect(untold("a", "2027-02-20")).toBe("2027-02-20");
  });

  test("[L6] is the first one after the last that was told of: a run of days is one thing", () => {
    const { untold, tell, play } = promise();
    tell("2027-02-10");
    expect(untold()).toBe("2027-02-11");
    play.today = dayAfter(TODAY, 5);
    expect(untold()).toBe("2027-02-11");
    tell(play.today);
    expect(untold()).toBeNull();
    play.today = dayAfter(TODAY, 6);
    expect(untold()).toBe(play.today);
  });

  test("[L6] is asked of who promised it alone; of both where both did", () => {
    expect(promise().untold("b")).toBeNull();
    const both = promise({ whose: "both" });
    both.tell(TODAY, "b");
    expect([both.untold("a"), both.untold("b")]).toEqual(["2027-02-01", null]);
  });

  test("[L6] is none that both have left out", () => {
    const { play, agreement, untold, tell } = promise();
    tell("2027-02-27");
    const pause = { change: "pause", from: "2027-02-28", until: TODAY } as const;
    const answers = play.take("b", { kind: "propose", agreement, version: 1, ...pause });
    expect(untold()).toBe("2027-02-28");
    play.take("a", { kind: "accept", answers });
    expect(untold()).toBeNull();
    play.today = dayAfter(TODAY, 1);
    expect(untold()).toBe(play.today);
  });

  test("[L6] there is none of what is over, to come, or was promised in free words", () => {
    expect(promise({ repeat: "daily 2027-04-01/2027-12-31 UTC" }).untold()).toBeNull();
    expect(promise({ repeat: "", when: "Each evening." }).untold()).toBeNull();
    const ended = promise();
    ended.play.becomes(ended.agreement, { hasEnded: true });
    expect(ended.untold()).toBeNull();
  });
});
