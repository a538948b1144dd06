import { otherPartner } from "#conversation/seats";
import type { KeepingRead, LastingView } from "#server/lasting/lasting-view";

/** What two people have left for each other, as one of them may see it. Nobody is told what the other has opened. */
export interface KindWords {
  /** The number of the next one to open, the oldest first; null where there is none. Not how many there are. */
  readonly next: number | null;
  /** The other’s that one has opened, the newest first. What was not opened is not here, nor are its words. */
  readonly theirs: readonly KeepingRead[];
  /** One’s own, the newest first. */
  readonly mine: readonly KeepingRead[];
}

export function kindWordsIn({
  place,
  space,
  keepings,
  opened,
}: Pick<LastingView, "place" | "space" | "keepings" | "opened">): KindWords {
  const by = (seat: string) => place.register.appreciations.filter((one) => one.by === seat);
  const read = (all: readonly { readonly seq: number }[]) =>
    all.flatMap(({ seq }) => keepings.get(seq) ?? []).sort((one, next) => next.seq - one.seq);
  const theirs = by(otherPartner(space.seat));
  return {
    next: theirs.find(({ seq }) => !opened.has(seq))?.seq ?? null,
    theirs: read(theirs.filter(({ seq }) => opened.has(seq))),
    mine: read(by(space.seat)),
  };
}
