import { type Register, registerOf } from "#conversation/keeping/register";
import { readKeepingsOf } from "#db/read-keepings";
import { readKeysOfSpaces, type SeatKeys } from "../lasting/space-keys";
import type { NoticeDesk } from "./notice-desk";

/** What it takes to say when agreements are to be looked at, by space. */
export interface WhatLasts {
  readonly keys: ReadonlyMap<string, SeatKeys>;
  /** What was told of promises, and what both have left out. */
  readonly registers: ReadonlyMap<string, Register>;
}

/** Reads it for the spaces of these agreements: two queries, however many they are. */
export async function readWhatLasts(
  { db, ring }: Pick<NoticeDesk, "db" | "ring">,
  agreements: readonly { readonly spaceId: string }[],
): Promise<WhatLasts> {
  const spaceIds = [...new Set(agreements.map(({ spaceId }) => spaceId))];
  const [keys, keepings] = await Promise.all([
    readKeysOfSpaces(db, ring, spaceIds),
    readKeepingsOf(db, spaceIds),
  ]);
  // In whose words proposals speak is nothing that a day depends on.
  const registers = [...keepings].map(([id, all]) => [id, registerOf(all, () => undefined)] as const);
  return { keys, registers: new Map(registers) };
}
