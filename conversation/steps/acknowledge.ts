import type { StepRules } from "./step-rules";

/** A1: each partner acknowledges once; the step ends when all have. */
export const acknowledgeRules: StepRules<"acknowledge"> = {
  kinds: ["acknowledge"],
  begin: (step) => ({ kind: "acknowledge", step, done: [] }),
  open: (progress, seat) => (progress.done.includes(seat) ? [] : [{ kind: "acknowledge" }]),
  after: (progress, move) => ({ ...progress, done: [...progress.done, move.seat] }),
  hasEnded: (progress, roster) => roster.partners.every((partner) => progress.done.includes(partner)),
};
