import { changing, reading } from "#server/http-edge";
import { readPublicKey, tellThisBrowser } from "#server/push/subscriptions";
import { pushRequest } from "#wire/requests";

export const GET = reading((ground, requester) => readPublicKey(ground.pushing, requester));

export const POST = changing(pushRequest, (ground, requester, body) =>
  tellThisBrowser(ground.pushing, requester, body),
);
