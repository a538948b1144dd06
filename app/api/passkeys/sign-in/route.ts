import { changing } from "#server/http-edge";
import { signInWithPasskey } from "#server/passkeys-sign-in";
import { passkeySignInRequest } from "#wire/requests";

export const POST = changing(passkeySignInRequest, (ground, requester, body) =>
  signInWithPasskey(ground.settings, requester, body),
);
