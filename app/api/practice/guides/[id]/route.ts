import { changing } from "#server/http-edge";
import { keepDraftGuide } from "#server/therapy/own-guides";
import { MOST_GUIDE_BYTES } from "#wire/own-guide-schema";
import { changeGuideRequest } from "#wire/requests";

export const POST = changing(
  changeGuideRequest,
  (ground, requester, body, { id = "" }) => keepDraftGuide(ground.therapy, requester, id, body),
  200,
  MOST_GUIDE_BYTES,
);
