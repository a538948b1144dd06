import type { Evenground } from "#server/evenground";
import type { Requester } from "#server/requester";
import { authCookies, authOptions } from "./auth-options";
import { type AuthAnswer, type AuthCall, callNextAuth } from "./next-auth-call";
import { oauthProvider } from "./providers";

/**
 * Whether a call is one that signing in with an account elsewhere takes: next-auth's token against forged forms, the way
 * there, the way back, and the way to our page where it did not work. None is, where there is no such account to use.
 */
export function leadsElsewhere(
  { waysIn }: Pick<Evenground, "waysIn">,
  { method, path }: Pick<AuthCall, "method" | "path">,
): boolean {
  const [action = "", provider, ...more] = path;
  if (waysIn.length === 0 || more.length > 0) return false;
  if (provider === undefined) return method === "GET" && ["csrf", "error", "signin"].includes(action);
  return action === (method === "GET" ? "callback" : "signin") && waysIn.some(({ id }) => id === provider);
}

/** Passes such a call on to next-auth, and nothing else. */
export async function signInElsewhere(
  ground: Evenground,
  requester: Requester,
  call: Pick<AuthCall, "method" | "path" | "query" | "body">,
): Promise<AuthAnswer> {
  const { environment, waysIn, origins, signing } = ground;
  const attempt = { desk: signing, requester, holderHash: null, tried: null, signedIn: null };
  const options = authOptions(
    attempt,
    waysIn.map(({ id }) => oauthProvider(id, environment)),
  );
  return callNextAuth(options, { ...call, cookies: cookiesOnTheWay(requester, origins.secure) });
}

/** The cookies that next-auth has set itself; not the sign-in, of which it is not to make anything. */
function cookiesOnTheWay(requester: Requester, secure: boolean): Record<string, string> {
  const { sessionToken, ...others } = authCookies(secure);
  return Object.fromEntries(
    Object.values(others).flatMap(({ name }) => {
      const value = requester.cookie(name);
      return value === null ? [] : [[name, decoded(value)]];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return ""; // not one of ours, then
  }
}
