import type { Guide } from "#conversation/guide";
import type { Move } from "#conversation/moves";
import type { Roster, Seat } from "#conversation/seats";
import type { InvitationInfo, Opened, SeatInfo } from "#wire/events";
import type { AnyRefusal } from "#wire/refusals";
import { type KnownConversation, knowNothing, learn } from "./known-conversation";
import type { Waiting } from "./outbox";

/** How this browser is connected. `troubled`: the server answers, but cannot keep anything just now. */
export type Connection =
  | { readonly kind: "connecting" }
  | { readonly kind: "online" }
  | { readonly kind: "offline" }
  | { readonly kind: "troubled" }
  | { readonly kind: "ended"; readonly reason: "signed-out" | "removed" };

/** A move that was refused: its words go back to whoever wrote them, with the reason. */
export interface Returned {
  readonly slot: string;
  readonly move: Move;
  readonly refusal: AnyRefusal;
  /** Its words are back in their box; elsewhere something else stands in it already. */
  readonly isInBox: boolean;
}

/** Everything the page shows, as one value that is replaced and never changed. */
export interface Snapshot extends KnownConversation {
  readonly conversationId: string;
  readonly seat: Seat;
  readonly topic: string | null;
  readonly seats: readonly SeatInfo[];
  readonly here: readonly Seat[];
  readonly invitation: InvitationInfo | null;
  /** Who sits in the third seat, and under which policy. */
  readonly therapists: Opened["therapists"];
  /** What was said apart with whoever looks at the page. */
  readonly apart: Opened["apart"];
  /** Where the two are, for the therapist who looks at the page. */
  readonly whereabouts: Opened["whereabouts"];
  /** One’s own word that asks the therapist for a hold. */
  readonly word: string | null;
  /** The agreements that a review looks at, in the words that were agreed. */
  readonly due: Opened["due"];
  /** What was agreed to here and taken back by whoever offered it, in one's own copy. */
  readonly agreed: Opened["agreed"];
  /** This seat has been asked whether it is ready, and has gone on. Nobody else is told. */
  readonly isReady: boolean;
  readonly connection: Connection;
  /** Sent by this browser and not acknowledged yet, in order. */
  readonly waiting: readonly Waiting[];
  readonly returned: Returned | null;
  /** Changes when drafts were replaced from elsewhere: what a box shows is to be read anew. */
  readonly draftsAnew: number;
  /** What to add to this browser's clock to get the server's, in milliseconds. */
  readonly clockOffset: number;
}

/** What the page shows with what it was loaded with. */
export function firstSnapshot(conversationId: string, opened: Opened, now: number): Snapshot {
  return {
    ...fromTheBeginning(opened.guide, opened),
    ...situational(opened, now),
    conversationId,
    seat: opened.seat,
    due: opened.due,
    isReady: opened.ready,
    connection: { kind: "connecting" },
    waiting: [],
    returned: null,
    draftsAnew: 0,
  };
}

/** What an `open` since 0 tells of the words. */
export function fromTheBeginning(guide: Guide, opened: Opened) {
  const nothing = knowNothing(guide, opened.roster);
  const { topic, agreed } = opened;
  return { ...(learn(nothing, opened) ?? nothing), topic, agreed };
}

/** Whether somebody has left, or taken back their words, or a therapist has come or gone since `known`. */
export function isOtherRoster(known: Roster, now: Roster): boolean {
  const gone = ({ left = [], withdrawn = [] }: Roster) => left.length + withdrawn.length;
  return gone(now) > gone(known) || now.therapist !== known.therapist;
}

/** What an `open` tells beside the entries. */
export function situational(opened: Opened, now: number) {
  const { seats, here, invitation, therapists, apart, whereabouts, word } = opened;
  const clockOffset = Date.parse(opened.now) - now;
  return { seats, here, invitation, therapists, apart, whereabouts, word, clockOffset };
}
