import { changing } from "#server/http-edge";
import { inviteForTherapist } from "#server/therapy/take-on";
import { invitePartnerRequest } from "#wire/requests";

export const POST = changing(invitePartnerRequest, (ground, requester, body, { id = "" }) =>
  inviteForTherapist(ground.therapy, requester, id, body),
);
