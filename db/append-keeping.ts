import { type SQL, sql } from "drizzle-orm";
import type { Partner } from "#conversation/seats";
import { AGREEMENT_PARTS, type KeptToWrite, theirs } from "./append-agreement";
import type { Database, Prepared } from "./database";
import { agreement, keeping, membership, signIn } from "./schema";

/** A keeping that the rules have accepted, ready to be stored. */
export interface KeepingToAppend {
  readonly spaceId: string;
  readonly seq: number;
  readonly keepingId: string;
  readonly seat: Partner;
  readonly kind: string;
  readonly structure: Readonly<Record<string, unknown>>;
  readonly words: Uint8Array | null;
  readonly at: string;
  /** The hash of the sign-in that sends it. */
  readonly tokenHash: Uint8Array;
  /** The agreement it is about: stored only while that holds, and in this wording where one is named. */
  readonly about?: { readonly agreementId: string; readonly version: number | null };
  /** The agreement that comes of it, written with it or not at all; the one it is about, or a new one. */
  readonly writes?: KeptToWrite;
}

export type KeepingAppended =
  | { readonly kind: "stored" }
  /** This id is stored already; `seq` and `seat` are those of the first time. */
  | { readonly kind: "repeated"; readonly seq: number; readonly seat: Partner }
  /** Another has that number, or what it is about has changed. A value, never an exception: read and decide again. */
  | { readonly kind: "conflict" }
  /** No such sign-in in that seat of that space, now; or somebody has left the space. */
  | { readonly kind: "unproven" };

export type AppendKeeping = (toAppend: KeepingToAppend) => Promise<KeepingAppended>;

interface Row {
  readonly proven: boolean;
  readonly stored: boolean;
  readonly first_seq: number | null;
  readonly first_seat: Partner | null;
}

const value = sql.placeholder;

/** How the agreement is held that a keeping is about, until the keeping is stored: nobody changes it in between. */
const HELD_TO_READ = sql`for share`;
const HELD_TO_WRITE = sql`for no key update`;

/**
 * The one statement that writes to the log of a space, as `prepareAppend` has it for a conversation: it proves sign-in
 * and seat, locks what that rests on, inserts at the given number, and writes the agreement that comes of it; all or
 * nothing. What it is about may have been changed in a conversation, which has numbers of its own: that is looked at in
 * here, too.
 */
export function prepareAppendKeeping(database: Database): AppendKeeping {
  const prepare = (name: string, parts: Parts) =>
    database.prepare<Row>(`append_keeping_${name}`, appending(parts));
  const { new: made, change, keep, end, "end-alone": endAlone } = AGREEMENT_PARTS;
  const plain = prepare("plain", {});
  const about = prepare("about", { held: HELD_TO_READ });
  const writing: Readonly<Record<KeptToWrite["agreement"], Prepared<Row>>> = {
    new: prepare("new", { after: made.after }),
    change: prepare("change", { held: HELD_TO_WRITE, after: change.after }),
    keep: prepare("keep", { held: HELD_TO_WRITE, after: keep.after }),
    end: prepare("end", { held: HELD_TO_WRITE, after: end.after }),
    "end-alone": prepare("end_alone", { held: HELD_TO_WRITE, after: endAlone.after }),
  };
  return async ({ writes, about: held, ...toAppend }) => {
    const run = writes ? writing[writes.agreement] : held ? about : plain;
    const rows = await run({
      ...toAppend,
      ...(held && { agreementId: held.agreementId, heldVersion: held.version }),
      ...writes,
      conversationId: null,
      structure: JSON.stringify(toAppend.structure),
    });
    return outcomeOf(rows);
  };
}

interface Parts {
  readonly held?: SQL;
  readonly after?: SQL;
}

function appending({ held, after = sql`` }: Parts): SQL {
  return sql`
    with proven as materialized (
      select ${membership.spaceId} as space_id
      from ${membership}
      join ${signIn} on ${signIn.personId} = ${membership.personId}
      where ${membership.spaceId} = ${value("spaceId")}::uuid and ${membership.seat} = ${value("seat")}
        and ${signIn.tokenHash} = ${value("tokenHash")}::bytea
        and ${signIn.expiresAt} > ${value("at")}::timestamptz
        and not exists (
          select 1 from ${membership} as gone
          where gone.space_id = ${value("spaceId")}::uuid and gone.left_at is not null
        )
      for key share of ${membership}, ${signIn}
    ) ${held ? holding(held) : sql``}, stored as (
      insert into ${keeping} ("space_id", "seq", "keeping_id", "seat", "kind", "structure", "words", "at")
      select space_id, ${value("seq")}::integer, ${value("keepingId")}::uuid, ${value("seat")}, ${value("kind")},
        ${value("structure")}::jsonb, ${value("words")}::bytea, ${value("at")}::timestamptz
      from proven ${held ? sql`where exists (select 1 from held)` : sql``}
      on conflict do nothing
      returning 1
    ) ${after}
    select exists (select 1 from proven) as proven, exists (select 1 from stored) as stored,
      first.seq as first_seq, first.seat as first_seat
    from (select 1) as one
    left join ${keeping} as first on first.space_id = ${value("spaceId")}::uuid
      and first.keeping_id = ${value("keepingId")}::uuid
      and exists (select 1 from proven)`;
}

function holding(lock: SQL): SQL {
  const expected = sql`${value("heldVersion")}::smallint`;
  return sql`, held as materialized (
    select 1 from ${agreement} where ${theirs} and (${expected} is null or version = ${expected}) ${lock}
  )`;
}

function outcomeOf([row]: readonly Row[]): KeepingAppended {
  if (!row?.proven) return { kind: "unproven" };
  if (row.stored) return { kind: "stored" };
  return row.first_seq === null || row.first_seat === null
    ? { kind: "conflict" }
    : { kind: "repeated", seq: row.first_seq, seat: row.first_seat };
}
