import { eraseEverything } from "#server/erase";
import { changing } from "#server/http-edge";
import { eraseRequest } from "#wire/requests";

export const POST = changing(eraseRequest, (ground, requester, body) =>
  eraseEverything(ground.leaving, requester, ground.origins, body),
);
