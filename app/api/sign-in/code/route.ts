import { changing } from "#server/http-edge";
import { askForCode } from "#server/sign-in/ask-for-code";
import { askForCodeRequest } from "#wire/requests";

export const POST = changing(askForCodeRequest, (ground, requester, body) =>
  askForCode(ground.signing, requester, body, ground.origins),
);
