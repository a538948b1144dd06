import type { LastingOne, Wording } from "../lasting/lasting-view";
import { type Fingerprint, fingerprintOf, registerFingerprint } from "./fingerprint";

/** All that held from one change to the next. */
export interface Standing {
  readonly from: Date;
  /** Null for what holds now. */
  readonly until: Date | null;
  /** Null where some of its words cannot be opened. */
  readonly fingerprint: Fingerprint | null;
}

/** An agreement in the wording that holds. */
export interface Held {
  readonly agreement: LastingOne;
  readonly wording: Wording;
}

/** What held at that moment, the oldest first. */
export function heldAt(agreements: readonly LastingOne[], at: Date): readonly Held[] {
  return agreements.flatMap((agreement) => {
    const { endedAt, wordings } = agreement;
    const wording = wordings.findLast(({ acceptedAt }) => acceptedAt <= at);
    return wording && !(endedAt && endedAt <= at) ? [{ agreement, wording }] : [];
  });
}

/** The fingerprint of what held; null where some of its words cannot be opened. */
export function fingerprintOfAll(held: readonly Held[]): Fingerprint | null {
  const prints = held.map(({ agreement, wording }) => fingerprintOf(agreement, wording, false));
  return prints.every((print) => print !== null) ? registerFingerprint(prints) : null;
}

/** How everything stood, from the first agreement until now, one for each change. */
export function standingsOf(agreements: readonly LastingOne[]): readonly Standing[] {
  const changes = agreements.flatMap(({ wordings, endedAt }) => [
    ...wordings.map(({ acceptedAt }) => acceptedAt.getTime()),
    ...(endedAt ? [endedAt.getTime()] : []),
  ]);
  const times = [...new Set(changes)].sort((one, other) => one - other).map((time) => new Date(time));
  return times.map((from, index) => ({
    from,
    until: times[index + 1] ?? null,
    fingerprint: fingerprintOfAll(heldAt(agreements, from)),
  }));
}
