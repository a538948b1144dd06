import { changing } from "#server/http-edge";
import { keepQuietHours } from "#server/quiet-hours";
import { noticesRequest } from "#wire/requests";

export const POST = changing(noticesRequest, (ground, requester, body) =>
  keepQuietHours(ground.settings, requester, body),
);
