import { changing } from "#server/http-edge";
import { keepNote } from "#server/therapy/notes/keep-note";
import { noteOfWorkRequest } from "#wire/requests";

export const POST = changing(
  noteOfWorkRequest,
  (ground, requester, body, { id = "" }) => keepNote(ground.desk, requester, id, body),
  201,
);
