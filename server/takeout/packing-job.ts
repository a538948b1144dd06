import type { ReadingLocale } from "../locale-of";

/** The name of the job in the database. */
export const PACKING = "pack-takeout";

/** A takeout to be packed, in the language in which it was asked for. */
export interface PackingJob {
  readonly takeoutId: string;
  readonly locale: ReadingLocale;
}

/** Where the archive belongs: part of what is sealed, and of its key. */
export const takeoutPlace = (id: string): string => `takeout|${id}`;
