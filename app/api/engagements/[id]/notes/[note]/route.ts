import { changing } from "#server/http-edge";
import { rewriteNote } from "#server/therapy/notes/keep-note";
import { changeNoteRequest } from "#wire/requests";

export const POST = changing(changeNoteRequest, (ground, requester, body, { id = "", note = "" }) =>
  rewriteNote(ground.desk, requester, { engagementId: id, noteId: note }, body),
);
