import { changing } from "#server/http-edge";
import { stopTellingThisBrowser } from "#server/push/subscriptions";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester) =>
  stopTellingThisBrowser(ground.pushing, requester),
);
