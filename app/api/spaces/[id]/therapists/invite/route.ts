import { changing } from "#server/http-edge";
import { inviteTherapist } from "#server/therapy/take-on";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _, { id = "" }) =>
  inviteTherapist(ground.therapy, requester, id),
);
