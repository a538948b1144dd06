import type { AuthOptions } from "next-auth";
import { cookieName, guardedName } from "#server/cookies";
import { type Evenground, evenground } from "#server/evenground";
import { type Attempt, signInAdapter } from "./sign-in-adapter";

const COOKIE_DAYS = 400;
const QUARTER_OF_AN_HOUR = 900;

/** How next-auth works for one attempt to sign in, with these providers. */
export function authOptions(attempt: Attempt, providers: AuthOptions["providers"]): AuthOptions {
  const { authSecret, origins, log } = evenground();
  return {
    adapter: signInAdapter(attempt),
    providers,
    secret: authSecret,
    session: { strategy: "database", maxAge: COOKIE_DAYS * 86_400 },
    useSecureCookies: origins.secure,
    cookies: authCookies(origins.secure),
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    callbacks: { redirect: within },
    logger: loggerOf(log),
  };
}

/**
 * Every cookie that next-auth uses, under names of ours. None begins like the name of the sign-in's: next-auth would take
 * it for a part of that.
 */
export function authCookies(secure: boolean) {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const ofOneVisit = (name: string) => ({ name: guardedName(`sign-in-${name}`, secure), options });
  const onTheWay = (name: string) => ({
    name: guardedName(`sign-in-${name}`, secure),
    options: { ...options, maxAge: QUARTER_OF_AN_HOUR },
  });
  return {
    sessionToken: { name: cookieName(secure), options },
    csrfToken: ofOneVisit("csrf"),
    callbackUrl: onTheWay("then"),
    state: onTheWay("state"),
    pkceCodeVerifier: onTheWay("pkce"),
    nonce: onTheWay("nonce"),
  };
}

/** Where one comes out: a path on this server, and nothing else (asvs 3.7.2). */
function within({ url, baseUrl }: { readonly url: string; readonly baseUrl: string }): string {
  const wished = /^\/(?![/\\])/.test(url) ? baseUrl + url : url;
  return URL.canParse(wished) && new URL(wished).origin === baseUrl ? wished : baseUrl;
}

/** What goes wrong goes into our log, which says no messages: theirs have addresses and tokens in them. */
function loggerOf(log: Evenground["log"]): NonNullable<AuthOptions["logger"]> {
  return {
    error(code, metadata) {
      log.fault(`next-auth ${code}`, metadata instanceof Error ? metadata : metadata.error);
    },
    warn: () => {},
    debug: () => {},
  };
}
