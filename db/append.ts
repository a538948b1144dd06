import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Seat } from "#conversation/seats";
import { AGREEMENT_PARTS, type AgreementParts, type AgreementToWrite } from "./append-agreement";
import type { Database, Prepared } from "./database";
import { conversation, draft, engagement, membership, move, signIn } from "./schema";
import { therapyConsent } from "./therapy-schema";

/** A move that the rules have accepted, ready to be stored. */
export interface MoveToAppend {
  readonly conversationId: string;
  readonly seq: number;
  readonly moveId: string;
  readonly seat: Seat;
  readonly kind: string;
  readonly structure: Readonly<Record<string, unknown>>;
  readonly words: Uint8Array | null;
  readonly at: string;
  /** The hash of the sign-in that sends it. */
  readonly tokenHash: Uint8Array;
  /** What the third seat rests on, for a move from there. */
  readonly therapist?: TherapistProof;
  /** The draft it was written from, which goes in the same statement. */
  readonly draftSlot: string;
  /** The agreement that comes of it, written with it or not at all. */
  readonly writes?: AgreementToWrite;
}

/** A therapist’s engagement and the two consents by which the rules let them in. */
export interface TherapistProof {
  readonly engagementId: string;
  readonly consents: readonly [string, string];
}

export type Appended =
  | { readonly kind: "stored" }
  /** This move id is stored already; `seq` and `seat` are those of the first time. */
  | { readonly kind: "repeated"; readonly seq: number; readonly seat: string }
  /** Somebody else's move has that number. A value, never an exception: read again and decide again. */
  | { readonly kind: "conflict" }
  /** No such sign-in in that seat of that conversation, now. */
  | { readonly kind: "unproven" };

export type Append = (toAppend: MoveToAppend) => Promise<Appended>;

interface Row {
  readonly proven: boolean;
  readonly stored: boolean;
  readonly first_seq: number | null;
  readonly first_seat: string | null;
}

const value = sql.placeholder;
const NOTHING_MORE: AgreementParts = { before: sql``, onlyIf: sql``, after: sql`` };

/**
 * The one statement that writes to the log. It proves sign-in and seat, inserts at the given number, drops the draft,
 * and writes the agreement that comes of the move; all or nothing. The proof locks what it rests on, so that taking a
 * seat away and a move on its way come in one order or the other, never both (asvs 15.4.2). Where somebody has left the
 * space, nobody's seat counts any more (G11), whatever the process that asks knows of it.
 */
export function prepareAppend(database: Database): Append {
  const prepare = (name: string, parts: AgreementParts) => database.prepare<Row>(name, appending(parts));
  const plain = prepare("append_move", NOTHING_MORE);
  const ofTherapist = database.prepare<Row>(
    "append_move_of_therapist",
    appending(NOTHING_MORE, PROVEN_THERAPIST),
  );
  const writing: Readonly<Record<AgreementToWrite["agreement"], Prepared<Row>>> = {
    new: prepare("append_move_new_agreement", AGREEMENT_PARTS.new),
    change: prepare("append_move_change_agreement", AGREEMENT_PARTS.change),
    keep: prepare("append_move_keep_agreement", AGREEMENT_PARTS.keep),
    end: prepare("append_move_end_agreement", AGREEMENT_PARTS.end),
  };
  return async ({ writes, therapist, ...toAppend }) => {
    const structure = JSON.stringify(toAppend.structure);
    if (therapist) {
      const [consentA, consentB] = therapist.consents;
      const proof = { engagementId: therapist.engagementId, consentA, consentB };
      return outcomeOf(await ofTherapist({ ...toAppend, ...proof, structure }));
    }
    const run = writes ? writing[writes.agreement] : plain;
    return outcomeOf(await run({ ...toAppend, ...writes, structure }));
  };
}

const ASKED_BY_SOMEBODY_SIGNED_IN = sql`
        ${conversation.id} = ${value("conversationId")}::uuid
        and ${signIn.tokenHash} = ${value("tokenHash")}::bytea
        and ${signIn.expiresAt} > ${value("at")}::timestamptz
        and not exists (
          select 1 from ${membership} as gone
          where gone.space_id = ${conversation.spaceId} and gone.left_at is not null
        )`;

/** The sign-in of whoever has that seat. */
const PROVEN_PARTNER = sql`
      select ${conversation.id} as id, ${conversation.spaceId} as space_id
      from ${conversation}
      join ${membership} on ${membership.spaceId} = ${conversation.spaceId} and ${membership.seat} = ${value("seat")}
      join ${signIn} on ${signIn.personId} = ${membership.personId}
      where ${ASKED_BY_SOMEBODY_SIGNED_IN}
      for key share of ${membership}, ${signIn}`;

const consentA = alias(therapyConsent, "consent_a");
const consentB = alias(therapyConsent, "consent_b");

/**
 * The sign-in of the therapist, and both consents that the rules went by: where one of them has been withdrawn or
 * replaced, or the work has ended, nothing is proven. A withdrawal waits for a move that is on its way, and every move
 * after it for nothing.
 */
const PROVEN_THERAPIST = sql`
      select ${conversation.id} as id, ${conversation.spaceId} as space_id
      from ${conversation}
      join ${engagement} on ${engagement.spaceId} = ${conversation.spaceId}
        and ${engagement.id} = ${value("engagementId")}::uuid and ${engagement.endedAt} is null
      join ${therapyConsent} as consent_a on ${consentA.engagementId} = ${engagement.id}
        and ${consentA.id} = ${value("consentA")}::uuid and ${consentA.withdrawnAt} is null
      join ${therapyConsent} as consent_b on ${consentB.engagementId} = ${engagement.id}
        and ${consentB.id} = ${value("consentB")}::uuid and ${consentB.withdrawnAt} is null
      join ${signIn} on ${signIn.personId} = ${engagement.therapistId}
      where ${ASKED_BY_SOMEBODY_SIGNED_IN}
      for share of ${engagement}, consent_a, consent_b for key share of ${signIn}`;

function appending({ before, onlyIf, after }: AgreementParts, proven: SQL = PROVEN_PARTNER): SQL {
  return sql`
    with proven as materialized (${proven}
    ) ${before}, stored as (
      insert into ${move} ("conversation_id", "seq", "move_id", "seat", "kind", "structure", "words", "at")
      select id, ${value("seq")}::integer, ${value("moveId")}::uuid, ${value("seat")}, ${value("kind")},
        ${value("structure")}::jsonb, ${value("words")}::bytea, ${value("at")}::timestamptz
      from proven ${onlyIf}
      on conflict do nothing
      returning 1
    ), dropped as (
      delete from ${draft}
      where ${draft.conversationId} = ${value("conversationId")}::uuid and ${draft.seat} = ${value("seat")}
        and ${draft.slot} = ${value("draftSlot")} and exists (select 1 from stored)
    ) ${after}
    select exists (select 1 from proven) as proven, exists (select 1 from stored) as stored,
      first.seq as first_seq, first.seat as first_seat
    from (select 1) as one
    left join ${move} as first on first.conversation_id = ${value("conversationId")}::uuid
      and first.move_id = ${value("moveId")}::uuid`;
}

function outcomeOf([row]: readonly Row[]): Appended {
  if (!row?.proven) return { kind: "unproven" };
  if (row.stored) return { kind: "stored" };
  return row.first_seq === null || row.first_seat === null
    ? { kind: "conflict" }
    : { kind: "repeated", seq: row.first_seq, seat: row.first_seat };
}
