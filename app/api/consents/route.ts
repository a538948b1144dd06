import { recordConsent } from "#server/consents";
import { changing } from "#server/http-edge";
import { consentRequest } from "#wire/requests";

export const POST = changing(consentRequest, (ground, requester, body) =>
  recordConsent(ground.settings, requester, body),
);
