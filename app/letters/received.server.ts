import type { Words } from "#conversation/moves";
import type { Asking } from "#db/sign-ins";
import { evenground } from "#server/evenground";
import { otherName } from "../home/names.server";

/** A letter that a partner has sent. */
export interface ReceivedLetter {
  readonly spaceId: string;
  /** What whoever sent it is called. */
  readonly from: string;
  readonly seq: number;
  readonly at: Date;
  readonly isOpened: boolean;
  /** Null where they cannot be opened: whoever wrote them took them back, or a row is damaged. */
  readonly words: Words | null;
}

/** All that were sent to somebody, the newest first. */
export async function lettersTo(asking: Asking): Promise<readonly ReceivedLetter[]> {
  const spaces = await evenground().spaces(asking);
  const all = await Promise.all(spaces.map(({ id }) => lettersIn(asking, id)));
  return all.flat().sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** Those of one space; none for a stranger. */
export async function lettersIn(asking: Asking, spaceId: string): Promise<readonly ReceivedLetter[]> {
  const view = await evenground().lasting(asking, spaceId);
  if (!view) return [];
  const { space, place, keepings, opened } = view;
  const from = await otherName(space);
  return place.register.letters.flatMap(({ seq, by }) => {
    const read = keepings.get(seq);
    if (by === space.seat || !read) return [];
    return [{ spaceId, from, seq, at: read.at, isOpened: opened.has(seq), words: read.words ?? null }];
  });
}
