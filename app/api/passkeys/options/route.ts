import { changing } from "#server/http-edge";
import { askPasskey } from "#server/passkeys-asked";
import { passkeyOptionsRequest } from "#wire/requests";

export const POST = changing(passkeyOptionsRequest, (ground, requester, body) =>
  askPasskey(ground.settings, requester, body),
);
