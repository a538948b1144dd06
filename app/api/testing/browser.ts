import { cookieName } from "#server/cookies";
import { evenground } from "#server/evenground";
import type { Guest } from "#server/testing/test-server";
import { answerOf, get, type Headers, post } from "./calling";

type Handler<Method extends "GET" | "POST"> = {
  readonly [Each in Method]: (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ) => Promise<Response>;
};

/** A browser of a test: it keeps the cookies it is given, and sends them back. */
export interface Browser {
  readonly cookies: Map<string, string>;
  post(handler: Handler<"POST">, body: unknown, headers?: Headers, id?: string): Promise<Response>;
  /** What a call is answered, with its status. */
  say(handler: Handler<"POST">, body: unknown): ReturnType<typeof answerOf>;
  read(handler: Handler<"GET">): ReturnType<typeof answerOf>;
  /** Who is signed in on it, for a socket. */
  guest(): Guest;
  /** Takes the cookies of an answer that came some other way. */
  keep(response: Response): Response;
  cookieHeader(): string;
}

/** Opens one; signed in already, where somebody is given. */
export function openBrowser(signedIn?: Guest): Browser {
  const name = cookieName(evenground().origins.secure);
  const cookies = new Map<string, string>(signedIn ? [[name, signedIn.token]] : []);
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      if (/; Max-Age=0(;|$)/.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const cookieHeader = () => [...cookies].map(([key, value]) => `${key}=${value}`).join("; ");
  const browser: Browser = {
    cookies,
    keep,
    cookieHeader,
    post: async (handler, body, headers, id) =>
      keep(await post(handler, body, { Cookie: cookieHeader(), ...headers }, id)),
    say: async (handler, body) => answerOf(await browser.post(handler, body)),
    read: async (handler) => answerOf(await get(handler, { Cookie: cookieHeader() })),
    guest: () => ({ token: cookies.get(name) ?? "" }),
  };
  return browser;
}
