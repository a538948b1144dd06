import { changing } from "#server/http-edge";
import { beginGuide } from "#server/therapy/own-guides";
import { MOST_GUIDE_BYTES } from "#wire/own-guide-schema";
import { beginGuideRequest } from "#wire/requests";

export const POST = changing(
  beginGuideRequest,
  (ground, requester, body) => beginGuide(ground.therapy, requester, body),
  201,
  MOST_GUIDE_BYTES,
);
