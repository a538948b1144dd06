import { endDevice } from "#server/devices";
import { changing } from "#server/http-edge";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  endDevice(ground.settings, requester, id, ground.origins),
);
