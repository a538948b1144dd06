import { endOtherDevices } from "#server/devices";
import { changing } from "#server/http-edge";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester) =>
  endOtherDevices(ground.settings, requester),
);
