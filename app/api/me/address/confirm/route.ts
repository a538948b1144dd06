import { confirmAddress } from "#server/address-change-confirm";
import { changing } from "#server/http-edge";
import { confirmAddressRequest } from "#wire/requests";

export const POST = changing(confirmAddressRequest, (ground, requester, body) =>
  confirmAddress(ground.settings, requester, body, ground.origins),
);
