import { changing } from "#server/http-edge";
import { makeVersion } from "#server/therapy/own-guides";
import { versionRequest } from "#wire/requests";

export const POST = changing(
  versionRequest,
  (ground, requester, body, { id = "" }) => makeVersion(ground.therapy, requester, id, body),
  201,
);
