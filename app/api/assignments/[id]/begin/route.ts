import { changing } from "#server/http-edge";
import { beginAssigned } from "#server/therapy/do-assigned";
import { beginAssignmentRequest } from "#wire/requests";

export const POST = changing(
  beginAssignmentRequest,
  (ground, requester, body, { id = "" }) => beginAssigned(ground.desk, requester, id, body),
  201,
);
