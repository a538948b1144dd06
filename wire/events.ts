import type { Guide } from "#conversation/guide";
import type { Move, Words } from "#conversation/moves";
import type { Entry, Revealed } from "#conversation/seat-view";
import type { DueAgreement, Partner, Roster, Seat } from "#conversation/seats";
import type { SecretsPolicy } from "#conversation/therapy/sharing";
import type { GivenWhereabouts } from "#conversation/therapy/whereabouts";
import type { NotOk } from "./refusals";

/** Who sits where. `name` is null while nobody has taken the seat, and where whoever left has erased it. */
export interface SeatInfo {
  readonly seat: Seat;
  readonly name: string | null;
  /** They have left the space for good. Their seat is not free: nobody takes it after them. */
  readonly left?: true;
}

/** What a therapist says about themselves: shown before somebody consents, and beside what they will read. */
export interface TherapistProfile {
  readonly name: string;
  readonly practice: string;
  readonly registration: string;
  readonly jurisdiction: string;
  readonly languages: string;
  readonly secrets: SecretsPolicy;
}

/** What whoever invited sees of the invitation, while the other seat is free. */
export interface InvitationInfo {
  readonly id: string;
  /** `asking`: somebody has taken the link and waits to be let in. `closed`: used up, revoked or expired. */
  readonly state: "open" | "asking" | "closed";
  /** Who asks to come in. */
  readonly name: string | null;
}

/** What a device is, as far as it can be told from what its browser said of itself. */
export type DeviceKind = "phone" | "tablet" | "computer" | "unknown";

/** Where a draft was written that is of another device of its author's. */
export interface DraftOrigin {
  readonly device: DeviceKind;
  /** Says which state of it is meant: `draft` gives it back in `instead`. */
  readonly mark: string;
}

/** What an author had begun to write. Its author's alone. */
export interface Draft {
  /**
   * The step and kind of move it was meant for: `talk:reflect`. `need:alone` is what one wrote alone before, in answer
   * to the same questions: it stands in no box until its author takes it.
   */
  readonly slot: string;
  readonly words: Words;
  /** Absent where it was written on the device that asks. */
  readonly from?: DraftOrigin;
  /** What other devices have for the same question, where it says something else; the newest first. */
  readonly elsewhere?: readonly (DraftOrigin & { readonly words: Words })[];
}

/** An agreement that a review looks at, in one's own copy of its words. */
export interface DueEntry extends DueAgreement {
  readonly words?: Words;
  /** The words cannot be opened (a damaged row, a destroyed key). */
  readonly unreadable?: true;
}

/** Something both agreed to in a proposal that was taken back since, in one's own copy of its words. */
export interface AgreedEntry {
  /** The number of the proposal. */
  readonly seq: number;
  readonly words?: Words;
  readonly unreadable?: true;
}

/** Where one of the two is before a meeting apart, for their therapist alone. */
export interface Whereabouts extends GivenWhereabouts {
  readonly seat: Partner;
}

/** A conversation from one seat, from number `since + 1` on. */
export interface Opened {
  readonly ok: true;
  readonly seat: Seat;
  readonly guide: Guide;
  readonly roster: Roster;
  readonly topic: string | null;
  readonly seats: readonly SeatInfo[];
  /** Who sits in the third seat, and under which policy; empty where there is no therapist. */
  readonly therapists: readonly TherapistHere[];
  /** What was said apart with whoever opens it, in order. */
  readonly apart: readonly SaidApartEntry[];
  /** Where the two are and whom to call, as far as they have given it to the therapist who opens it; else empty. */
  readonly whereabouts: readonly Whereabouts[];
  /** One’s own word that asks the therapist for a hold; null where there is none, or nobody to hear it. */
  readonly word: string | null;
  readonly head: number;
  readonly entries: readonly Entry[];
  /** Words of entries up to `since` that have become readable after it. */
  readonly revealed: readonly Revealed[];
  readonly drafts: readonly Draft[];
  /** What the review of this guide looks at, as it was when the conversation began; empty where there is no review. */
  readonly due: readonly DueEntry[];
  /** What was agreed to here, where the other has taken their words back; else empty: the entries have them. */
  readonly agreed: readonly AgreedEntry[];
  /** Whether this seat has gone on after "Ready?". Its own alone: nobody else is told. */
  readonly ready: boolean;
  readonly here: readonly Seat[];
  /** Only for the partner who is there, and only while the other seat is free. */
  readonly invitation: InvitationInfo | null;
  /** The server's time, ISO 8601: clocks of browsers decide nothing. */
  readonly now: string;
}

/** Something that was said in a caucus, for the two who were in it. */
export interface SaidApartEntry {
  readonly id: string;
  /** The number of the move that began the caucus. */
  readonly caucus: number;
  readonly with: Partner;
  readonly from: Seat;
  readonly at: string;
  readonly text?: string;
  /** It cannot be opened (a damaged row, a destroyed key). */
  readonly unreadable?: true;
}

/** A therapist in the conversation, as whoever opens it is told of them. */
export interface TherapistHere extends TherapistProfile {
  /** Whether they read what this seat writes for the therapist alone (Y4). */
  readonly readsMyAnswers: boolean;
}

/** One seat's view of what a commit changed. */
export interface EntriesEvent {
  readonly conversationId: string;
  readonly head: number;
  readonly entries: readonly Entry[];
  readonly revealed?: readonly Revealed[];
}

export interface SeatsEvent {
  readonly conversationId: string;
  readonly seats: readonly SeatInfo[];
  readonly invitation: InvitationInfo | null;
}

export type Done = { readonly ok: true } | NotOk;
export type MoveAnswer = { readonly ok: true; readonly seq: number } | NotOk;
export type OpenAnswer = Opened | NotOk;

export interface OpenRequest {
  readonly conversationId: string;
  readonly since?: number;
}
export interface MoveRequest {
  readonly conversationId: string;
  /** Made in the browser when Send is pressed. A repeat with the same id gets the first answer. */
  readonly moveId: string;
  readonly move: Move;
}
export interface DraftRequest {
  readonly conversationId: string;
  readonly slot: string;
  /** Null when there is nothing left of it. */
  readonly words: Words | null;
  /** The mark of another device's draft that this one takes the place of, unless that one has changed since. */
  readonly instead?: string | undefined;
}
/** Something said in a caucus. */
export interface ApartRequest {
  readonly conversationId: string;
  /** Made in the browser: sent twice it is kept once. */
  readonly apartId: string;
  readonly text: string;
}
/** One’s word is said, to the therapist alone. */
export interface SayWordRequest {
  readonly conversationId: string;
}
export interface LeaveRequest {
  readonly conversationId: string;
}
export interface WatchRequest {
  readonly spaceId: string;
  /** When what the browser shows was read (ISO 8601): if something has changed since, it hears of it at once. */
  readonly since?: string | undefined;
}

/** From the browser; every one has an acknowledgement. docs/wire.md */
export interface ClientEvents {
  open(request: OpenRequest, answer: (answer: OpenAnswer) => void): void;
  move(request: MoveRequest, answer: (answer: MoveAnswer) => void): void;
  draft(request: DraftRequest, answer: (answer: Done) => void): void;
  apart(request: ApartRequest, answer: (answer: Done) => void): void;
  "say-word"(request: SayWordRequest, answer: (answer: Done) => void): void;
  leave(request: LeaveRequest, answer: (answer: Done) => void): void;
  /** From now on this socket hears `lasting` of the space. */
  watch(request: WatchRequest, answer: (answer: Done) => void): void;
}

/** To the browser. */
export interface ServerEvents {
  entries(event: EntriesEvent): void;
  here(event: { readonly conversationId: string; readonly seats: readonly Seat[] }): void;
  /** To the two who are in a caucus. */
  apart(event: { readonly conversationId: string; readonly said: SaidApartEntry }): void;
  /** To one therapist: all that is given to them now. */
  whereabouts(event: { readonly conversationId: string; readonly whereabouts: readonly Whereabouts[] }): void;
  /** Somebody took a seat, or asks to. */
  seats(event: SeatsEvent): void;
  /** To the author's other devices: one of them has begun to write something, or dropped it. `open` says what. */
  drafts(event: { readonly conversationId: string }): void;
  /** What lasts between two people has changed, or who they are: the page asks again what it may read. Never what. */
  lasting(event: { readonly spaceId: string }): void;
  /** To a newcomer who waited: the opener has answered. The page asks again what it may see. */
  answered(event: { readonly invitationId: string }): void;
  ended(event: { readonly reason: "signed-out" | "removed" }): void;
  bye(event: Record<string, never>): void;
}
