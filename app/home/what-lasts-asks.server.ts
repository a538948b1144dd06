import type { Day } from "#conversation/keeping/keepings";
import { otherPartner } from "#conversation/seats";
import type { LastingView } from "#server/lasting/lasting-view";
import type { Waiting } from "../lasting/waiting";
import { waitingIn } from "../lasting/waiting-in.server";

/** Something the other has done about what lasts that one may answer. Nobody has to. */
export type LastingAsk =
  | { readonly kind: "proposal"; readonly key: string; readonly waiting: Waiting }
  | { readonly kind: "crossing"; readonly key: string; readonly agreement: string }
  /** One line for all that was told of promises: how often is nobody’s measure. */
  | { readonly kind: "told"; readonly key: string };

/** What was told longer ago than this asks for no answer any more (days). It can still get one where it stands. */
const ASKED_FOR = 14;

/** What the other waits for an answer to, the oldest first; what one has offered oneself waits for nothing from oneself. */
export function whatLastsAsks(view: LastingView): readonly LastingAsk[] {
  const { register, hasBeenLeft } = view.place;
  if (hasBeenLeft) return [];
  const other = otherPartner(view.space.seat);
  const since = daysBefore(view.calendar.today(view.zone), ASKED_FOR);
  const holds = (agreement: string) => view.place.agreements.get(agreement)?.hasEnded === false;
  const isOpen = (one: { readonly by: string; readonly agreement: string; readonly sight: object | null }) =>
    one.by === other && one.sight === null && holds(one.agreement);
  const isTold = register.reports.some((one) => isOpen(one) && one.day >= since);
  return [
    ...waitingIn(view)
      .filter(({ by, about }) => by === other && about?.isMeant !== false)
      .map((waiting): LastingAsk => ({ kind: "proposal", key: waiting.thread, waiting })),
    ...register.crossings
      .filter(isOpen)
      .map(({ seq, agreement }): LastingAsk => ({ kind: "crossing", key: `crossing-${seq}`, agreement })),
    ...(isTold ? [{ kind: "told", key: "told" } as const] : []),
  ];
}

function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, day.length);
}
