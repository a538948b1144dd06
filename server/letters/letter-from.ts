import { letterIn } from "#conversation/letter-in";
import { readSeatOf } from "#db/members";
import { readSealedBySeq } from "#db/read-moves";
import { conversationIdSchema } from "#wire/requests";
import type { Conversations } from "../find-partner";
import { openWords } from "../open-words";
import type { LetterWords } from "./letter-words";

/**
 * The letter that a person wrote in a guide for one (“Letting go”), as they last wrote it. Null where they passed, where
 * nothing was written yet, and for a conversation that is somebody else's, unknown, or of another kind: all alike.
 */
export async function letterFrom(
  { db, live: conversations }: Conversations,
  personId: string,
  conversationId: string,
): Promise<LetterWords | null> {
  if (!conversationIdSchema.safeParse(conversationId).success) return null;
  const live = await conversations.load(conversationId);
  const place = live && letterIn(live.guide);
  if (!place || (await readSeatOf(db, live.spaceId, personId)) !== "a") return null;
  await conversations.catchUp(live); // another process may have taken the last moves
  const written = live.state.steps.flatMap(({ progress }) =>
    progress.kind === "write" && progress.step.id === place.step ? (progress.latest.a ?? []) : [],
  );
  const seq = written.at(-1);
  if (seq === undefined) return null;
  const words = openWords(live, await readSealedBySeq(db, live.id, [seq]))(seq);
  const text = words?.[place.field];
  return typeof text === "string" && text.trim() !== "" ? { title: "", text } : null;
}
