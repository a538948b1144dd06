import { type SQL, sql } from "drizzle-orm";
import type { ProposalSort } from "#conversation/agreements";
import type { Partner } from "#conversation/seats";
import { agreement, agreementVersion } from "./schema";

/** The words both have agreed to, sealed once for each of them, and the proposal they come from. */
export interface SealedWording {
  readonly version: number;
  readonly proposalSeq: number;
  readonly proposedBy: Partner;
  /** ISO 8601. */
  readonly proposedAt: string;
  readonly wordsA: Uint8Array;
  readonly wordsB: Uint8Array;
}

/** What the move or keeping that is being stored comes to, besides itself. What it is was decided by the rules. */
export type AgreementToWrite =
  | ({
      readonly agreement: "new";
      readonly agreementId: string;
      readonly sort: ProposalSort;
      /** In whose words it speaks (S2). */
      readonly of: Partner;
    } & SealedWording)
  | ({ readonly agreement: "change"; readonly agreementId: string } & SealedWording)
  | { readonly agreement: "keep" | "end"; readonly agreementId: string };

/** The same, and ending one alone: that takes no conversation and not the other. */
export type KeptToWrite =
  | AgreementToWrite
  | { readonly agreement: "end-alone"; readonly agreementId: string };

/**
 * The parts of a statement that appends something which writes an agreement with it. It has proved a seat in `proven`,
 * with the `space_id`, and stores in `stored`. Its `conversationId` is null where nothing was said in a conversation.
 */
export interface AgreementParts {
  /** Goes before it is stored: another condition for storing it. */
  readonly before: SQL;
  readonly onlyIf: SQL;
  /** Goes after it. Writes nothing where it was not stored. */
  readonly after: SQL;
}

const value = sql.placeholder;
const id = sql`${value("agreementId")}::uuid`;
const at = sql`${value("at")}::timestamptz`;

/** An agreement that holds, of this very space: another couple's is as little there as one that has ended. */
export const theirs = sql`id = ${id} and space_id = (select space_id from proven) and ended_at is null`;

const wordingFrom = (source: SQL) => sql`
  insert into ${agreementVersion} ("agreement_id", "version", "conversation_id", "proposal_seq", "accepted_seq",
    "proposed_by", "proposed_at", "accepted_by", "accepted_at", "words_a", "words_b")
  select id, ${value("version")}::smallint, ${value("conversationId")}::uuid, ${value("proposalSeq")}::integer,
    ${value("seq")}::integer, ${value("proposedBy")}, ${value("proposedAt")}::timestamptz, ${value("seat")}, ${at},
    ${value("wordsA")}::bytea, ${value("wordsB")}::bytea
  from ${source}`;

/** What each kind of agreement adds to the statement. */
export const AGREEMENT_PARTS: Readonly<Record<KeptToWrite["agreement"], AgreementParts>> = {
  new: {
    before: sql``,
    onlyIf: sql``,
    after: sql`, agreed as (
      insert into ${agreement} ("id", "space_id", "sort", "conversation_id", "of_seat", "version", "created_at")
      select ${id}, space_id, ${value("sort")}, ${value("conversationId")}::uuid, ${value("of")}, ${value("version")}::smallint, ${at}
      from proven where exists (select 1 from stored)
      returning id
    ), worded as (${wordingFrom(sql`agreed`)})`,
  },
  change: {
    // Where the couple has changed it elsewhere since, the new words were sealed for a version that is taken by now:
    // nothing is stored, and the caller reads again.
    before: sql`, held as materialized (
      select version from ${agreement} where ${theirs} for no key update
    )`,
    onlyIf: sql`where not exists (select 1 from held where version <> ${value("version")}::smallint - 1)`,
    after: sql`, agreed as (
      update ${agreement} set version = ${value("version")}::smallint, reviewed_at = ${at}
      where ${theirs} and exists (select 1 from stored)
      returning id
    ), worded as (${wordingFrom(sql`agreed`)})`,
  },
  keep: { before: sql``, onlyIf: sql``, after: settingTo(sql`reviewed_at = ${at}`) },
  end: { before: sql``, onlyIf: sql``, after: settingTo(sql`ended_at = ${at}`) },
  "end-alone": {
    before: sql``,
    onlyIf: sql``,
    after: settingTo(sql`ended_at = ${at}, ended_by = ${value("seat")}`),
  },
};

function settingTo(change: SQL): SQL {
  return sql`, agreed as (
    update ${agreement} set ${change} where ${theirs} and exists (select 1 from stored)
  )`;
}
