import type { Partner } from "../seats";

/** What becomes of something that one partner tells a therapist alone: nothing is kept from the other, or some things are. */
export type SecretsPolicy = "none" | "limited";

/** The named list of what one partner shares with a therapist. What is not named is not shared. */
export interface Sharing {
  /**
   * Conversations that had begun by then, by their ids: from which number on their words are read, 1 being the start.
   */
  readonly conversations: Readonly<Record<string, number>>;
  /** The newest conversation by then; null where there was none. Ids are in the order of time. */
  readonly newest: string | null;
  /** Those that have begun since, each from its start. */
  readonly later: boolean;
  /** Agreements, commitments and plans, and what has become of them. */
  readonly lasting: boolean;
  /** What one answers where a guide says that the therapist alone reads it. */
  readonly answers: boolean;
  /** One's own check-ins, over time. */
  readonly checkIns: boolean;
  /** That attendance, summaries and agreements are put together into a record. */
  readonly record: boolean;
}

/** A consent that has not been withdrawn. */
export interface Consent {
  readonly id: string;
  readonly sharing: Sharing;
  /** The policy it was given under. */
  readonly secrets: SecretsPolicy;
}

/** A therapist and a couple, as the rules see them. */
export interface Engagement {
  readonly hasEnded: boolean;
  /** What the therapist says today. */
  readonly secrets: SecretsPolicy;
  /** Those that have not been withdrawn. */
  readonly consents: Readonly<Partial<Record<Partner, Consent>>>;
}

/** Both partners' lists, where both hold: nothing is read through one alone (Y1, Y5, Y6). */
export type BothSharing = Readonly<Record<Partner, Sharing>>;

/** What both share with a therapist now; null where that is nothing (Y1, Y5, Y6). */
export function bothSharing({ hasEnded, secrets, consents: { a, b } }: Engagement): BothSharing | null {
  if (hasEnded || !a || !b) return null;
  if (a.secrets !== secrets || b.secrets !== secrets) return null;
  return { a: a.sharing, b: b.sharing };
}

/** What a therapist may read of one conversation. */
export interface Access {
  /** From which number on. */
  readonly from: number;
  /** Whose answers for the therapist alone. */
  readonly answersOf: readonly Partner[];
}

/** Y2, Y3: a conversation that both lists name, from the later of the two numbers. Null where one does not. */
export function accessTo(both: BothSharing, conversationId: string): Access | null {
  const fromA = readFrom(both.a, conversationId);
  const fromB = readFrom(both.b, conversationId);
  if (fromA === null || fromB === null) return null;
  return { from: Math.max(fromA, fromB), answersOf: whoShares(both, "answers") };
}

/** Y4: whose own things of that kind are read: those of whoever names them, the other's list aside. */
export function whoShares(both: BothSharing, what: "answers" | "checkIns"): readonly Partner[] {
  return (["a", "b"] as const).filter((partner) => both[partner][what]);
}

/** Y2: whether both name what belongs to both. */
export function bothShare(both: BothSharing, what: "lasting" | "record"): boolean {
  return both.a[what] && both.b[what];
}

function readFrom({ conversations, newest, later }: Sharing, conversationId: string): number | null {
  const from = Object.hasOwn(conversations, conversationId) ? conversations[conversationId] : undefined;
  if (from !== undefined) return from;
  return later && (newest === null || conversationId > newest) ? 1 : null;
}
