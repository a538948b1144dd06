import type { AuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Environment } from "#server/environment";
import type { Provider } from "#server/sign-in/ways-in";
import { mailAddress } from "#wire/mail-address";

/** What an OpenID Connect provider says about somebody, as far as it is used. */
interface Claims {
  readonly sub: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

/** A provider may be slow; a person does not wait longer than this. */
const httpOptions = { timeout: 10_000 };

/** How next-auth reaches the accounts elsewhere that this place was set up with. */
export function oauthProvider(
  id: Provider["id"],
  environment: Environment,
): AuthOptions["providers"][number] {
  switch (id) {
    case "oidc":
      return openIdConnect(environment);
    case "google":
      return Google({
        clientId: environment.GOOGLE_CLIENT_ID ?? "",
        clientSecret: environment.GOOGLE_CLIENT_SECRET ?? "",
        authorization: { params: { scope: "openid email" } },
        httpOptions,
        profile: fromClaims,
      });
    case "github":
      return GitHub({
        clientId: environment.GITHUB_CLIENT_ID ?? "",
        clientSecret: environment.GITHUB_CLIENT_SECRET ?? "",
        authorization: { params: { scope: "" } }, // what everybody may see: an id is all that is needed
        httpOptions,
        // An address there may be one that nobody has confirmed, and GitHub does not say which: none is taken over.
        profile: ({ id }) => ({ id: String(id) }),
      });
  }
}

function openIdConnect(environment: Environment): OAuthConfig<Claims> {
  const { OIDC_ISSUER = "", OIDC_NAME, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = environment;
  return {
    id: "oidc",
    name: OIDC_NAME,
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID ?? "",
    clientSecret: OIDC_CLIENT_SECRET ?? "",
    authorization: { params: { scope: "openid email" } },
    idToken: true,
    checks: ["pkce", "state"],
    httpOptions,
    profile: fromClaims,
  };
}

/** An id, and an address if it is known there to be theirs. No name: people say themselves how they are called here. */
function fromClaims({ sub, email, email_verified }: Claims) {
  const address = email_verified === true ? mailAddress.safeParse(email).data : undefined;
  return { id: sub, email: address ?? null };
}
