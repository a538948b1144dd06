import { changing } from "#server/http-edge";
import { withdrawFromTherapy } from "#server/therapy/consents";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _, { id = "" }) =>
  withdrawFromTherapy(ground.therapy, requester, id),
);
