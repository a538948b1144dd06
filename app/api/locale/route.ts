import { chooseLocale } from "#server/choose-locale";
import { changing } from "#server/http-edge";
import { localeRequest } from "#wire/requests";

export const POST = changing(localeRequest, (ground, requester, body) =>
  chooseLocale(ground.desk, requester, body, ground.origins),
);
