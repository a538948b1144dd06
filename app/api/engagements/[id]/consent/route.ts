import { changing } from "#server/http-edge";
import { consentToTherapy } from "#server/therapy/consents";
import { consentToTherapyRequest } from "#wire/requests";

export const POST = changing(consentToTherapyRequest, (ground, requester, body, { id = "" }) =>
  consentToTherapy(ground.therapy, requester, id, body),
);
