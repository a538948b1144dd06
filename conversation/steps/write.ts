import type { Who } from "../guide";
import type { Partner, Roster } from "../seats";
import type { StepRules } from "./step-rules";

/** The partners whom `who` names, of those there are. */
function namedBy(who: Who, roster: Roster): readonly Partner[] {
  if (who === "each") return roster.partners;
  const holder = roster.roles[who.role];
  return holder && roster.partners.includes(holder) ? [holder] : [];
}

/** W1 and W3: whoever the step names writes, may write again, and the last one to write ends it. */
export const writeRules: StepRules<"write"> = {
  kinds: ["write"],
  begin: (step, { roster }) => ({ kind: "write", step, writers: namedBy(step.who, roster), latest: {} }),
  open: (progress, seat) => (progress.writers.includes(seat) ? [{ kind: "write" }] : []),
  after: (progress, move) => ({ ...progress, latest: { ...progress.latest, [move.seat]: move.seq } }),
  hasEnded: (progress) => progress.writers.every((writer) => progress.latest[writer] !== undefined),
};
