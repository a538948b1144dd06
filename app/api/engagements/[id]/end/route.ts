import { changing } from "#server/http-edge";
import { endTherapy } from "#server/therapy/consents";
import { endEngagementRequest } from "#wire/requests";

export const POST = changing(endEngagementRequest, (ground, requester, body, { id = "" }) =>
  endTherapy(ground.therapy, requester, id, body),
);
