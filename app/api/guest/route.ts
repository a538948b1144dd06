import { changing } from "#server/http-edge";
import { settleGuest } from "#server/sign-in/guest-left-behind";
import { guestRequest } from "#wire/requests";

export const POST = changing(guestRequest, (ground, requester, body) =>
  settleGuest(ground.signing, requester, body),
);
