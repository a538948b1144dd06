import type { MoveKind } from "../moves";
import type { Seat } from "../seats";
import { structureOfOpen } from "./any-move";
import type { Play } from "./play";

/** What a willing pair would rather do, first of all. */
const WILLING: readonly MoveKind[] = [
  "reopen",
  "return",
  "resume",
  "caucus",
  "acknowledge",
  "heard",
  "pass-floor",
  "check",
  "reflect",
  "validate",
  "empathise",
  "say",
  "write",
  "mark",
  "enough",
  "decline",
];

/** One move towards the end, by whoever has not moved last if both could. Throws where nothing leads on. */
export function oneMoveOn(talk: Play): void {
  const last = talk.log.at(-1)?.seat;
  const partners = [...talk.roster.partners].sort((x, y) => Number(x === last) - Number(y === last));
  // A hold is for the therapist to end; nothing else of theirs is needed.
  const seats: readonly Seat[] = talk.status === "held" ? ["t"] : partners;
  // While it runs only the step leads on: marks of earlier ones may be changed for ever (M4).
  const openTo = (seat: Seat) =>
    talk.status === "running" && seat !== "t" ? talk.openInStep(seat) : talk.open(seat);
  const offered = seats.flatMap((seat) => openTo(seat).map((open) => ({ seat, open })));
  const wanted = WILLING.flatMap((kind) => offered.filter(({ open }) => open.kind === kind))[0];
  if (!wanted) throw new Error(`nothing leads on from here: ${JSON.stringify(talk.state)}`);
  talk.take(wanted.seat, structureOfOpen(wanted.open, { verdict: "yes" }));
}
