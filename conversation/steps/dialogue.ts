import type { OpenMove } from "../open-move";
import { otherPartner, type Partner, type Roster } from "../seats";
import type { DialogueProgress, Waiting } from "../state";
import type { PartnerMove, StepRules } from "./step-rules";

/** After this many checks that were not "yes", the speaker may say it anew (D5). */
export const TRIES = 3;

/**
 * One speaks, the other says back, the speaker checks (D1 to D12). The order of floor and paraphrase follows the
 * speaker-listener technique of PREP (Markman, Stanley); what sense it makes and how it feels come from the Imago
 * dialogue (Hendrix, Hunt). See docs/sources.md.
 */
export const dialogueRules: StepRules<"dialogue"> = {
  kinds: ["say", "reflect", "check", "validate", "empathise", "pass-floor", "heard"],

  begin(step, { roster, head }) {
    const floor = roster.roles[step.only ?? step.first] ?? "a";
    return {
      kind: "dialogue",
      step,
      floor,
      since: head,
      first: null,
      waiting: { for: "say" },
      extraSeconds: 0,
      leaving: null,
      held: [floor],
      passed: [],
      heard: [],
    };
  },

  open(progress, seat) {
    return seat === progress.floor ? openToSpeaker(progress) : openToListener(progress);
  },

  after(progress, move, roster) {
    const { waiting } = progress;
    switch (move.kind) {
      case "say":
        return afterSay(progress, move.seq);
      case "reflect":
        if (waiting.for !== "reflection") return progress;
        return { ...progress, waiting: { ...waiting, for: "check", reflection: move.seq } };
      case "check":
        return afterCheck(progress, move, roster);
      case "validate":
      case "empathise":
        return afterAnswer(progress, move, roster);
      case "pass-floor":
      case "heard":
        return leave({ ...progress, leaving: move.kind }, move, roster);
      default:
        return progress;
    }
  },

  hasEnded(progress, roster) {
    const { step, heard, held, passed } = progress;
    if (roster.partners.length < 2) return true; // G9: alone there is nobody to listen
    if (step.only) return heard.includes(progress.floor);
    if (step.once) return roster.partners.every((partner) => passed.includes(partner));
    return roster.partners.every((partner) => held.includes(partner) && heard.includes(partner));
  },
};

/** H3: whether a therapist may give the floor to this partner now. */
export function mayHandFloor({ step, floor, waiting }: DialogueProgress, to: Partner): boolean {
  return !step.only && to !== floor && (waiting.for === "say" || waiting.for === "choice");
}

/** H3: the floor goes to `to` with move `seq`; whoever had it has neither passed it nor been heard by that. */
export function handFloor(progress: DialogueProgress, to: Partner, seq: number): DialogueProgress {
  return mayHandFloor(progress, to) ? withFloor(progress, to, seq) : progress;
}

/** H8: the turn that is going on may take so much longer. The ring says so, and nothing else changes. */
export function extendTurn(progress: DialogueProgress, minutes: number): DialogueProgress {
  return progress.step.softSeconds
    ? { ...progress, extraSeconds: progress.extraSeconds + minutes * 60 }
    : progress;
}

function openToSpeaker(progress: DialogueProgress): readonly OpenMove[] {
  const { step, waiting } = progress;
  switch (waiting.for) {
    case "say":
      return hasBeenDone(progress) ? [{ kind: "say" }, { kind: "pass-floor" }] : [{ kind: "say" }];
    case "reflection":
      return waiting.notYes >= TRIES ? [{ kind: "say" }] : [];
    case "check":
      return [{ kind: "check", answers: waiting.reflection }];
    case "choice":
      if (step.only) return [{ kind: "say" }, { kind: "heard" }];
      if (step.once) return [{ kind: "say" }, { kind: "pass-floor" }];
      return [{ kind: "say" }, { kind: "pass-floor" }, { kind: "heard" }];
    case "correction":
      return [{ kind: "check", answers: waiting.guess }];
    case "validation":
    case "empathy":
      return [];
  }
}

function openToListener({ waiting }: DialogueProgress): readonly OpenMove[] {
  switch (waiting.for) {
    case "reflection":
      return [{ kind: "reflect", answers: waiting.say }];
    case "validation":
      return [{ kind: "validate", answers: waiting.say }];
    case "empathy":
      return [{ kind: "empathise", answers: waiting.say }];
    default:
      return [];
  }
}

/** D10: whoever has done their part and gets the floor again may give it back at once. */
function hasBeenDone({ step, floor, heard, passed }: DialogueProgress): boolean {
  return step.once ? passed.includes(floor) : heard.includes(floor);
}

/** D2, and D5: what is said anew takes the place of what could not be got across, and the turn goes on from it. */
function afterSay(progress: DialogueProgress, seq: number): DialogueProgress {
  const { waiting, first } = progress;
  const takesItsPlace = waiting.for === "reflection" && waiting.say === first;
  return {
    ...progress,
    first: takesItsPlace ? seq : (first ?? seq),
    leaving: null,
    waiting: { for: "reflection", of: "say", say: seq, notYes: 0 },
  };
}

function afterCheck(
  progress: DialogueProgress,
  check: Extract<PartnerMove, { kind: "check" }>,
  roster: Roster,
): DialogueProgress {
  const { waiting } = progress;
  if (waiting.for === "correction") return leave(progress, check, roster);
  if (waiting.for !== "check") return progress;
  const { of, say, notYes } = waiting;
  if (check.verdict !== "yes")
    return { ...progress, waiting: { for: "reflection", of, say, notYes: notYes + 1 } };
  return of === "turn" ? leave(progress, check, roster) : { ...progress, waiting: { for: "choice" } };
}

function afterAnswer(
  progress: DialogueProgress,
  move: Extract<PartnerMove, { kind: "validate" | "empathise" }>,
  roster: Roster,
): DialogueProgress {
  if (move.kind === "empathise")
    return progress.waiting.for === "empathy"
      ? { ...progress, waiting: { for: "correction", guess: move.seq } }
      : progress;
  return progress.waiting.for === "validation" ? leave(progress, move, roster) : progress;
}

/** One step further on the way out of a turn: summary, validation, empathy, and then the floor goes (D7 to D9). */
function leave(progress: DialogueProgress, move: PartnerMove, roster: Roster): DialogueProgress {
  const next = nextBeforeLeaving(progress);
  return next ? { ...progress, waiting: next } : passFloor(progress, move, roster);
}

function nextBeforeLeaving({ step, first, waiting }: DialogueProgress): Waiting | null {
  if (first === null) return null; // nothing was said in this turn
  const summary: Waiting = { for: "reflection", of: "turn", say: first, notYes: 0 };
  const wayOut = [
    step.summary && summary,
    step.validate && ({ for: "validation", say: first } as const),
    step.empathise && ({ for: "empathy", say: first } as const),
  ];
  return wayOut.slice(stagesDone(waiting)).find((waits) => waits !== undefined) ?? null;
}

/** How many of summary, validation and empathy lie behind, once what was waited for is there. */
function stagesDone(waiting: Waiting): number {
  switch (waiting.for) {
    case "check":
      return 1;
    case "validation":
      return 2;
    case "correction":
      return 3;
    default:
      return 0;
  }
}

/** D9: the floor goes to the other, unless the step has just ended or one role alone holds it. */
function passFloor(progress: DialogueProgress, { seq }: PartnerMove, roster: Roster): DialogueProgress {
  const { floor, leaving } = progress;
  const left = {
    ...progress,
    passed: leaving === "pass-floor" ? including(progress.passed, floor) : progress.passed,
    heard: leaving === "heard" ? including(progress.heard, floor) : progress.heard,
  };
  return dialogueRules.hasEnded(left, roster) ? left : withFloor(left, otherPartner(floor), seq);
}

function withFloor(progress: DialogueProgress, floor: Partner, seq: number): DialogueProgress {
  return {
    ...progress,
    floor,
    since: seq,
    first: null,
    extraSeconds: 0,
    leaving: null,
    waiting: { for: "say" },
    held: including(progress.held, floor),
  };
}

function including(partners: readonly Partner[], partner: Partner): readonly Partner[] {
  return partners.includes(partner) ? partners : [...partners, partner];
}
