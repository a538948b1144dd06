import { shareAnswer } from "#server/check-ins/share-answer";
import { changing } from "#server/http-edge";
import { shareRequest } from "#wire/requests";

export const POST = changing(shareRequest, (ground, requester, body, { id = "" }) =>
  shareAnswer(ground.desk, requester, id, body),
);
