import { changing } from "#server/http-edge";
import { shareSummary } from "#server/therapy/summaries/share-summary";
import { summaryRequest } from "#wire/requests";

export const POST = changing(
  summaryRequest,
  (ground, requester, body, { id = "" }) => shareSummary(ground.therapy, requester, id, body),
  201,
);
