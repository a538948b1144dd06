import type { Guide } from "#conversation/guide";
import type { State } from "#conversation/state";
import { accessTo } from "#conversation/therapy/sharing";
import { readNewestIn } from "#db/conversations";
import type { EngagementRow } from "#db/engagements";
import type { Reader } from "./couple-seen";
import { sharedIn } from "./therapists";

/** A conversation that both share, from outside: what the rules know of it. Nothing that anybody wrote. */
export interface SharedConversation {
  readonly id: string;
  readonly guide: Guide;
  readonly state: State;
  readonly createdAt: Date;
  readonly lastAt: Date;
}

/**
 * By engagement, of the newest `most` conversations of each couple those that both share (Y2, Y3), where something
 * happened last first. The number of queries is the same however many they are.
 */
export async function sharedConversations(
  { db, live }: Reader,
  engagements: readonly EngagementRow[],
  most: number,
): Promise<ReadonlyMap<string, readonly SharedConversation[]>> {
  const reading = engagements.flatMap((row) => {
    const both = sharedIn(row);
    return both ? [{ row, both }] : [];
  });
  const newest = await readNewestIn(
    db,
    reading.map(({ row }) => row.spaceId),
    most,
  );
  const shared = reading.map(({ row, both }) => ({
    row,
    own: newest.filter(({ id, spaceId }) => spaceId === row.spaceId && accessTo(both, id) !== null),
  }));
  const ids = new Set(shared.flatMap(({ own }) => own.map(({ id }) => id)));
  const lives = new Map((await live.loadMany([...ids])).map((one) => [one.id, one]));
  return new Map(
    shared.map(({ row, own }) => [
      row.id,
      own
        .flatMap(({ id, createdAt, lastAt }): SharedConversation[] => {
          const one = lives.get(id);
          return one ? [{ id, createdAt, lastAt, guide: one.guide, state: one.state }] : [];
        })
        .sort((one, other) => other.lastAt.getTime() - one.lastAt.getTime()),
    ]),
  );
}
