import { changing } from "#server/http-edge";
import { openSpace } from "#server/open-space";
import { openSpaceRequest } from "#wire/requests";

export const POST = changing(
  openSpaceRequest,
  (ground, requester, body) => openSpace(ground.desk, requester, body),
  201,
);
