import { changing } from "#server/http-edge";
import { saveSettings } from "#server/settings";
import { settingsRequest } from "#wire/requests";

export const POST = changing(settingsRequest, (ground, requester, body) =>
  saveSettings(ground.settings, requester, body, ground.origins),
);
