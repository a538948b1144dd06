import type { SeatInfo } from "./events";

/** Whether nobody has taken a seat yet. One that somebody has left is not free, with or without a name. */
export function isFree({ name, left }: SeatInfo): boolean {
  return name === null && !left;
}
