import { changing } from "#server/http-edge";
import { removePasskey } from "#server/passkeys";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  removePasskey(ground.settings, requester, id),
);
