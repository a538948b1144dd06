import type { Situation } from "#conversation/situation";

/** Whether something is asked of this seat now; if not, it waits, listens, or has nothing left to do. */
export function isAsked(situation: Situation): boolean {
  switch (situation.kind) {
    case "acknowledge":
      return !situation.isDone;
    case "write":
      return situation.part === "asked";
    case "mark":
      return situation.isMine;
    case "settle":
    case "review":
      return !situation.hasEnough;
    case "ready":
    case "say":
    case "check":
    case "choose":
    case "correct":
    case "reflect":
    case "validate":
    case "empathise":
      return true;
    case "complete":
    case "left":
    case "stopped":
    case "held":
    case "time-out":
    case "listen":
    case "await-reflection":
    case "await-check":
    case "await-choice":
    case "await-validation":
    case "await-empathy":
    case "await-correction":
      return false;
  }
}
