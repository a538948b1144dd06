import { lastsAs, type ProposalSort } from "#conversation/agreements";

/** The sorts in which agreements last, in the order in which their page shows them. */
export const LASTING_SORTS = ["boundary", "commitment", "plan", "milestone"] as const;
export type LastingSort = (typeof LASTING_SORTS)[number];

/** As what an agreement lasts: what was offered as a repair is a commitment. */
export function lastingSort(sort: ProposalSort): LastingSort {
  const lasting = lastsAs(sort);
  return LASTING_SORTS.find((one) => one === lasting) ?? "commitment";
}

/** Which sort an address asks for; a boundary where it names none that can be offered on a page. */
export function offeredSort(asked: string | readonly string[] | undefined): LastingSort {
  return LASTING_SORTS.find((sort) => sort === asked) ?? "boundary";
}

/** The page on which agreements of a sort are lived with. */
export function pageOf(sort: LastingSort, spaceId: string): string {
  switch (sort) {
    case "boundary":
      return `/agreements/${spaceId}`;
    case "commitment":
      return `/commitments/${spaceId}`;
    case "plan":
    case "milestone":
      return `/plans/${spaceId}`;
  }
}
