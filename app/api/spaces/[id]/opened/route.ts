import { changing } from "#server/http-edge";
import { openedRequest } from "#wire/requests";

export const POST = changing(openedRequest, (ground, requester, body, { id = "" }) =>
  ground.noteOpened(requester, id, body),
);
