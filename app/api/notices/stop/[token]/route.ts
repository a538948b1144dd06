import { fromAnywhere } from "#server/http-edge";
import { asksToStop } from "#server/notices/asks-to-stop";
import { stopOnRequest } from "#server/notices/stop-links";

export const POST = fromAnywhere(async ({ desk }, requester, request, { token = "" }) =>
  stopOnRequest(desk, requester, token, await asksToStop(request)),
);
