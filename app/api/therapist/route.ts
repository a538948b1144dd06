import { changing } from "#server/http-edge";
import { keepProfile } from "#server/therapy/profile";
import { profileRequest } from "#wire/requests";

export const POST = changing(profileRequest, (ground, requester, body) =>
  keepProfile(ground.therapy, requester, body),
);
