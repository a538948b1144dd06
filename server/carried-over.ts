import type { Field, Guide, WriteStep } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Partner, Roster } from "#conversation/seats";
import type { State } from "#conversation/state";
import { readSeatOf } from "#db/members";
import { readSealedBySeq } from "#db/read-moves";
import type { Conversations } from "./find-partner";
import { openWords } from "./open-words";

/** What somebody wrote alone, and the step of the new conversation that it can begin. */
export interface CarriedOver {
  readonly stepId: string;
  readonly words: Words;
}

/** The conversation that is about to begin, and the seat in it of whoever wrote alone. */
interface Next {
  readonly guide: Guide;
  readonly roster: Roster;
  readonly seat: Partner;
}

/**
 * What a person last wrote in each step of a solo conversation of theirs, where the next one asks them the same
 * questions in a step of the same name. Passes and what cannot be opened are left out, and so is what was written for
 * nobody else to read, there or here: the next one is for two.
 * Null for a conversation that is somebody else's, unknown, or not a solo one: all alike.
 */
export async function carriedOver(
  { db, live: conversations }: Conversations,
  personId: string,
  from: string,
  next: Next,
): Promise<readonly CarriedOver[] | null> {
  const alone = await conversations.load(from);
  if (alone?.roster.partners.length !== 1) return null;
  if ((await readSeatOf(db, alone.spaceId, personId)) !== "a") return null;
  await conversations.catchUp(alone); // another process may have taken the last moves
  const written = whatFits(alone.state, next);
  const numbers = written.map(({ seq }) => seq);
  const wordsOf = openWords(alone, await readSealedBySeq(db, alone.id, numbers));
  return written.flatMap(({ stepId, seq }) => {
    const words = wordsOf(seq);
    return words && words.passed !== true ? [{ stepId, words }] : [];
  });
}

function whatFits(state: State, next: Next): { readonly stepId: string; readonly seq: number }[] {
  return state.steps.flatMap(({ progress }) => {
    const seq = progress.kind === "write" ? progress.latest.a : undefined;
    if (progress.kind !== "write" || seq === undefined) return [];
    const to = next.guide.steps.find(({ id }) => id === progress.step.id);
    if (to?.kind !== "write" || !isForBoth(progress.step) || !isForBoth(to)) return [];
    return isAsked(to, next) && asksTheSame(progress.step, to) ? [{ stepId: to.id, seq }] : [];
  });
}

/** Whether a partner would read it, where there is one. */
function isForBoth({ seen }: WriteStep): boolean {
  return seen === "together" || seen === "at-once";
}

function isAsked({ who }: WriteStep, { roster, seat }: Next): boolean {
  return who === "each" || roster.roles[who.role] === seat;
}

/** Every answer that `from` allows has its place in `to`. */
function asksTheSame(from: WriteStep, to: WriteStep): boolean {
  return from.fields.every((asked) => to.fields.some((field) => takesIn(field, asked)));
}

function takesIn(to: Field, from: Field): boolean {
  if (to.id !== from.id) return false;
  if (to.kind === "choice" && from.kind === "choice")
    return from.options.every(({ id }) => to.options.some((option) => option.id === id));
  if (to.kind === "date" && from.kind === "date") return to.precision === from.precision;
  return to.kind === from.kind;
}
