import type { Evenground } from "#server/evenground";
import type { Requester } from "#server/requester";
import { authCookies, authOptions } from "./auth-options";
import { type AuthAnswer, type AuthCall, callNextAuth } from "./next-auth-call";
import { oauthProvider } from "./providers";

/**
 * Passes on to next-auth what signing in with an account elsewhere takes, and nothing more: its token against forged
 * forms, the way there, the way back, and the way to our page where it did not work. Null for anything else.
 */
export async function signInElsewhere(
  ground: Evenground,
  requester: Requester,
  call: Pick<AuthCall, "method" | "path" | "query" | "body">,
): Promise<AuthAnswer | null> {
  const { environment, waysIn, origins, signing } = ground;
  if (
    !isOpen(
      call,
      waysIn.map(({ id }) => id),
    )
  )
    return null;
  const attempt = { desk: signing, requester, holderHash: null, tried: null, signedIn: null };
  const options = authOptions(
    attempt,
    waysIn.map(({ id }) => oauthProvider(id, environment)),
  );
  return callNextAuth(options, { ...call, cookies: cookiesOnTheWay(requester, origins.secure) });
}

function isOpen({ method, path }: Pick<AuthCall, "method" | "path">, providers: readonly string[]): boolean {
  const [action = "", provider, ...more] = path;
  if (more.length > 0) return false;
  if (provider === undefined) return method === "GET" && ["csrf", "error", "signin"].includes(action);
  return action === (method === "GET" ? "callback" : "signin") && providers.includes(provider);
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
