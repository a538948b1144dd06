import { changing } from "#server/http-edge";
import { answerAssignment } from "#server/therapy/do-assigned";
import { answerAssignmentRequest } from "#wire/requests";

export const POST = changing(answerAssignmentRequest, (ground, requester, body, { id = "" }) =>
  answerAssignment(ground.therapy, requester, id, body),
);
