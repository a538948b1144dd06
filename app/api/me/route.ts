import { reading } from "#server/http-edge";
import { whoAmI } from "#server/sign-in/who-am-i";

export const GET = reading((ground, requester) => whoAmI(ground.signing, requester));
