import type { AuthOptions } from "next-auth";
import type { CodeTried } from "#db/mailed-codes";
import type { Evenground } from "#server/evenground";
import type { Outcome, Requester } from "#server/requester";
import { hashOfHolder, holderCookie, verificationToken } from "#server/sign-in/holder";
import type { SignedInAnswer } from "#wire/answers";
import type { AnyRefusal } from "#wire/refusals";
import type { SignInRequest } from "#wire/requests";
import { authOptions } from "./auth-options";
import { callNextAuth } from "./next-auth-call";
import type { Attempt } from "./sign-in-adapter";

/** Never in the options of the public route: there a GET would be enough, and mail scanners open every link. */
const BY_MAIL: AuthOptions["providers"][number] = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: 600,
  options: {},
  sendVerificationRequest: () => Promise.reject(new Error("Mail is sent in server/sign-in/ask-for-code.ts.")),
};

/**
 * Signs in with a code that was mailed: next-auth's verification token is the code together with the secret that the
 * asking browser holds. Refuses a code that is wrong, used or too old, and one that another browser has asked for.
 */
export async function signInByCode(
  { signing, origins }: Evenground,
  requester: Requester,
  { code }: SignInRequest,
): Promise<Outcome<SignedInAnswer>> {
  const holder = requester.cookie(holderCookie(origins.secure));
  if (!holder) return { ok: false, refusal: { kind: "code-elsewhere" } };
  const attempt: Attempt = {
    desk: signing,
    requester,
    holderHash: hashOfHolder(holder),
    tried: null,
    signedIn: null,
  };
  const token = verificationToken({ code, holder });
  await callNextAuth(authOptions(attempt, [BY_MAIL]), {
    method: "GET",
    path: ["callback", "email"],
    query: { token },
  });
  return attempt.signedIn ?? { ok: false, refusal: refusalOf(attempt.tried) };
}

function refusalOf(tried: CodeTried | null): AnyRefusal {
  switch (tried?.kind) {
    case "wrong":
      return { kind: "code-wrong", left: tried.left };
    case "used":
      return { kind: "code-used" };
    case "expired":
      return { kind: "code-expired" };
    case "elsewhere":
      return { kind: "code-elsewhere" };
    default:
      throw new Error("A code was right and nobody was signed in."); // what went wrong is in the log already
  }
}
