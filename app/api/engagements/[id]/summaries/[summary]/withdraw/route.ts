import { changing } from "#server/http-edge";
import { takeSummaryBack } from "#server/therapy/summaries/share-summary";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "", summary = "" }) =>
  takeSummaryBack(ground.therapy, requester, id, summary),
);
