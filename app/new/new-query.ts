/** How two people, or one, would like to go through a guide. */
export const WAYS = ["together", "own-time", "alone"] as const;
export type Way = (typeof WAYS)[number];

/** How many minutes there are, at most. */
export const TIMES = ["30", "45", "60"] as const;
export type Time = (typeof TIMES)[number];

export const AREAS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** By what guides are sorted out. Null: whatever. */
export interface Filter {
  readonly how: Way | null;
  readonly time: Time | null;
  readonly area: (typeof AREAS)[number] | null;
}

/** What the address of this page says. */
export interface NewQuery extends Filter {
  /** The guide that was chosen, as it stands there: perhaps one that nobody knows. */
  readonly guide: string | null;
  /** The conversation whose couple goes on. */
  readonly after: string | null;
  /** The space in which two go on. */
  readonly space: string | null;
  /** The conversation that was gone through alone before. */
  readonly from: string | null;
}

export const NO_FILTER: Filter = { how: null, time: null, area: null };
export const NO_QUERY: NewQuery = { ...NO_FILTER, guide: null, after: null, space: null, from: null };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an address. What it cannot mean is as if it were not there. */
export function readQuery(
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): NewQuery {
  const one = (name: keyof NewQuery) => [parameters[name] ?? []].flat()[0] ?? null;
  return {
    guide: one("guide"),
    how: oneOf(WAYS, one("how")),
    time: oneOf(TIMES, one("time")),
    area: oneOf(AREAS, one("area")),
    after: uuid(one("after")),
    space: uuid(one("space")),
    from: uuid(one("from")),
  };
}

/** The address that says this. */
export function addressOf(query: NewQuery): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  return said.length > 0 ? `/new?${new URLSearchParams(said)}` : "/new";
}

/** Takes a word for one of these; null where it is none of them. */
export function oneOf<Word extends string>(words: readonly Word[], word: string | null): Word | null {
  return words.find((known) => known === word) ?? null;
}

const uuid = (text: string | null): string | null => (text && UUID.test(text) ? text : null);
