import { changing } from "#server/http-edge";
import { signInRequest } from "#wire/requests";
import { signInByCode } from "../../server/sign-in-by-code";

export const POST = changing(signInRequest, signInByCode);
