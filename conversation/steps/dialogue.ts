import type { OpenMove } from "../open-move";
import { otherPartner, type Partner, type Roster } from "../seats";
import type { DialogueProgress } from "../state";
import type { PartnerMove, StepRules } from "./step-rules";

/** After this many checks that were not "yes", the speaker may say it anew (D5). */
export const TRIES = 3;

/**
 * One speaks, the other says back, the speaker checks (D1 to D12).
 * The order of floor and paraphrase follows the speaker-listener technique of PREP (Markman, Stanley).
 */
export const dialogueRules: StepRules<"dialogue"> = {
  kinds: ["say", "reflect", "check", "pass-floor", "heard"],

  begin(step, roster, seq) {
    const floor = roster.roles[step.only ?? step.first] ?? "a";
    return {
      kind: "dialogue",
      step,
      floor,
      since: seq,
      waiting: { for: "say" },
      held: [floor],
      passed: [],
      heard: [],
    };
  },

  open(progress, seat) {
    return seat === progress.floor ? openToSpeaker(progress) : openToListener(progress);
  },

  after(progress, move, roster) {
    const waiting = progress.waiting;
    switch (move.kind) {
      case "say":
        return { ...progress, waiting: { for: "reflection", say: move.seq, notYes: 0 } };
      case "reflect":
        if (waiting.for !== "reflection") return progress;
        return { ...progress, waiting: { ...waiting, for: "check", reflection: move.seq } };
      case "check":
        return waiting.for === "check" ? { ...progress, waiting: afterCheck(waiting, move) } : progress;
      case "pass-floor":
        return passFloor({ ...progress, passed: including(progress.passed, move.seat) }, move, roster);
      case "heard":
        return passFloor({ ...progress, heard: including(progress.heard, move.seat) }, move, roster);
      default:
        return progress;
    }
  },

  hasEnded(progress, roster) {
    const { step, heard, held, passed } = progress;
    if (step.only) return heard.includes(progress.floor);
    if (step.once) return roster.partners.every((partner) => passed.includes(partner));
    return roster.partners.every((partner) => held.includes(partner) && heard.includes(partner));
  },
};

function openToSpeaker({ step, floor, waiting, heard }: DialogueProgress): readonly OpenMove[] {
  switch (waiting.for) {
    case "say":
      // D10: whoever has said "I was heard" may get the floor again and give it back at once.
      return heard.includes(floor) ? [{ kind: "say" }, { kind: "pass-floor" }] : [{ kind: "say" }];
    case "reflection":
      return waiting.notYes >= TRIES ? [{ kind: "say" }] : [];
    case "check":
      return [{ kind: "check", answers: waiting.reflection }];
    case "choice":
      if (step.only) return [{ kind: "say" }, { kind: "heard" }];
      if (step.once) return [{ kind: "say" }, { kind: "pass-floor" }];
      return [{ kind: "say" }, { kind: "pass-floor" }, { kind: "heard" }];
  }
}

function openToListener({ waiting }: DialogueProgress): readonly OpenMove[] {
  return waiting.for === "reflection" ? [{ kind: "reflect", answers: waiting.say }] : [];
}

function afterCheck(
  waiting: Extract<DialogueProgress["waiting"], { for: "check" }>,
  check: Extract<PartnerMove, { kind: "check" }>,
): DialogueProgress["waiting"] {
  return check.verdict === "yes"
    ? { for: "choice", say: waiting.say }
    : { for: "reflection", say: waiting.say, notYes: waiting.notYes + 1 };
}

/** D9: the floor goes to the other, unless the step has just ended or one role alone holds it. */
function passFloor(progress: DialogueProgress, move: PartnerMove, roster: Roster): DialogueProgress {
  if (dialogueRules.hasEnded(progress, roster)) return progress;
  const floor = otherPartner(progress.floor);
  return {
    ...progress,
    floor,
    since: move.seq,
    waiting: { for: "say" },
    held: including(progress.held, floor),
  };
}

function including(partners: readonly Partner[], partner: Partner): readonly Partner[] {
  return partners.includes(partner) ? partners : [...partners, partner];
}
