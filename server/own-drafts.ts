import type { Words } from "#conversation/moves";
import type { Db } from "#db/database";
import { type DraftRow, readDrafts, type Writer } from "#db/drafts";
import { unsealWords } from "#db/sealed-words";
import type { Draft, DraftOrigin } from "#wire/events";
import { areSameWords } from "#wire/same-words";
import { deviceKind } from "./device-of";
import type { LiveConversation } from "./live-conversations";

interface OpenedRow extends DraftRow {
  readonly open: Words;
}

/**
 * What an author has begun to write, one draft for each question: that of the device which asks, else the newest. With
 * it goes what their other devices have that says something else. Words that cannot be opened are left out.
 */
export async function ownDrafts(
  db: Db,
  live: LiveConversation,
  { seat, signInId }: Writer,
): Promise<readonly Draft[]> {
  const opened = (await readDrafts(db, live.id, seat)).flatMap((row): readonly OpenedRow[] => {
    const place = { spaceId: live.spaceId, conversationId: live.id, what: `draft:${row.slot}`, seat };
    const open = unsealWords(live.keys.get(seat), place, row.words);
    return open ? [{ ...row, open }] : [];
  });
  const isMine = (row: DraftRow) => row.signInId !== null && row.signInId === signInId;
  const isElsewhere = (row: DraftRow) => row.signInId !== null && row.signInId !== signInId;
  const shown = opened.filter((row) => row === shownAt(opened, row.slot, isMine));
  return shown.map((row): Draft => {
    const others = opened.filter(
      (other) => other.slot === row.slot && isElsewhere(other) && !areSameWords(other.open, row.open),
    );
    const elsewhere = others.map((other) => ({ ...originOf(other), words: other.open }));
    return {
      slot: row.slot,
      words: row.open,
      ...(isElsewhere(row) && { from: originOf(row) }),
      ...(elsewhere.length > 0 && { elsewhere }),
    };
  });
}

function shownAt(rows: readonly OpenedRow[], slot: string, isMine: (row: DraftRow) => boolean) {
  const there = rows.filter((row) => row.slot === slot);
  return there.find(isMine) ?? there[0];
}

function originOf({ device, updatedAt }: DraftRow): DraftOrigin {
  return { device: deviceKind(device ?? ""), mark: updatedAt.toISOString() };
}
