import { changeAddress } from "#server/address-change";
import { changing } from "#server/http-edge";
import { changeAddressRequest } from "#wire/requests";

export const POST = changing(changeAddressRequest, (ground, requester, body) =>
  changeAddress(ground.settings, requester, body, ground.origins),
);
