import { useTranslations } from "next-intl";
import { otherPartner, type Seat } from "#conversation/seats";
import type { SeatInfo } from "#wire/events";
import { useConversation } from "./use-conversation";

export interface Names {
  /** The name of a seat; "your partner" while nobody has taken it, and once whoever left has erased it. */
  of(seat: Seat): string;
  /** The partner of whoever looks at the page. */
  readonly other: string;
  isMe(seat: Seat): boolean;
}

/** What the seats are called on this page. */
export function useNames(): Names {
  const t = useTranslations("conversation");
  const { seats, seat: mine } = useConversation();
  const of = (seat: Seat) => nameIn(seats, seat) ?? t(seat === "t" ? "aTherapist" : "aPartner");
  return { of, other: mine === "t" ? "" : of(otherPartner(mine)), isMe: (seat) => seat === mine };
}

function nameIn(seats: readonly SeatInfo[], seat: Seat): string | null {
  return seats.find((info) => info.seat === seat)?.name ?? null;
}
