import { changing } from "#server/http-edge";
import { withdrawWhatIsAsked } from "#server/therapy/assign";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "", assignment = "" }) =>
  withdrawWhatIsAsked(ground.therapy, requester, id, assignment),
);
