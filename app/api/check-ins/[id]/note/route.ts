import { noteBeside } from "#server/check-ins/notes";
import { changing } from "#server/http-edge";
import { noteRequest } from "#wire/requests";

export const POST = changing(noteRequest, (ground, requester, body, { id = "" }) =>
  noteBeside(ground.desk, requester, id, body),
);
