import { changing } from "#server/http-edge";
import { keepReadiness } from "#server/keep-readiness";
import { readyRequest } from "#wire/requests";

export const POST = changing(readyRequest, (ground, requester, body, { id = "" }) =>
  keepReadiness(ground.desk, requester, id, body),
);
