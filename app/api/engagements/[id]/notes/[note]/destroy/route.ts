import { changing } from "#server/http-edge";
import { destroyNote } from "#server/therapy/notes/keep-note";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "", note = "" }) =>
  destroyNote(ground.desk, requester, { engagementId: id, noteId: note }),
);
