import type { AuthOptions } from "next-auth";
import { cookieName } from "#server/cookies";
import { evenground } from "#server/evenground";
import { signInAdapter } from "./sign-in-adapter";

/** How next-auth works here. Made for each request: the process is not there yet when modules load. */
export function authOptions(): AuthOptions {
  const { authSecret, origins } = evenground();
  return {
    adapter: signInAdapter,
    providers: [],
    secret: authSecret,
    session: { strategy: "database", maxAge: 400 * 86_400 },
    useSecureCookies: origins.secure,
    cookies: {
      sessionToken: {
        name: cookieName(origins.secure),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: origins.secure },
      },
    },
    pages: { signIn: "/", signOut: "/", error: "/" },
    callbacks: {
      // The name is all that a page needs of whoever asks; there is no address and no picture.
      session: ({ session, user }) => ({ ...session, user: { name: user.name ?? null } }),
      redirect: ({ url, baseUrl }) => (/^\/(?![/\\])/.test(url) ? `${baseUrl}${url}` : baseUrl),
    },
  };
}
