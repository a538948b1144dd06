import { fromAnywhere } from "#server/http-edge";
import { asksToStop } from "#server/notices/asks-to-stop";
import { stopByLink } from "#server/notices/stop-links";

export const POST = fromAnywhere(async ({ desk }, requester, request, { token = "" }) =>
  stopByLink(desk, requester, token, await asksToStop(request)),
);
