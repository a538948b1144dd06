import type { ZodType } from "zod";
import type { AnyRefusal } from "#wire/refusals";
import { ADDRESS_HEADER } from "./addresses";
import { bodyText, MOST_BYTES } from "./body-text";
import { cookieName, type NewCookie, readCookie, setCookieLine } from "./cookies";
import { deviceOf } from "./device-of";
import { type Evenground, evenground } from "./evenground";
import { localeOf } from "./locale-of";
import { issuesOf } from "./request-issues";
import type { Outcome, Requester } from "./requester";

/** The longest a browser keeps a cookie; the row in `sign_in` says when it is really over. */
const COOKIE_SECONDS = 400 * 86_400;

type Params = Readonly<Record<string, string>>;
type Route = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/**
 * A handler that changes something: an exact Origin, a JSON body of exactly the right shape, and one place that
 * turns refusals into 4xx and any throw into a 5xx with the id of the logged fault.
 */
export function changing<Body, Answer>(
  schema: ZodType<Body>,
  handle: (ground: Evenground, requester: Requester, body: Body, params: Params) => Promise<Outcome<Answer>>,
  status = 200,
  mostBytes = MOST_BYTES,
): Route {
  return guarded("change", async (ground, request, params) => {
    const origin = request.headers.get("origin");
    if (!ground.origins.isOurs(origin)) return refusal(ground, { kind: "wrong-origin" });
    // Somebody who brings a file along is told what is the matter with it.
    if (mostBytes !== MOST_BYTES && Number(request.headers.get("content-length")) > mostBytes)
      return refusal(ground, { kind: "too-large", limit: mostBytes });
    const body = await readJson(request, mostBytes);
    const parsed = schema.safeParse(body);
    if (!parsed.success) return refusal(ground, { kind: "bad-request", issues: issuesOf(parsed.error) });
    const requester = await requesterOf(ground, request, origin);
    return respond(ground, await handle(ground, requester, parsed.data, params), status);
  });
}

/**
 * The one handler that changes something and asks for no Origin: stopping notices. Mail programs call it from servers
 * of their own, without a page, a cookie or JSON (RFC 8058 §3.2 wants exactly that). Nothing is lost by it: no cookie is
 * looked at, so another site could not do with it in somebody's name what it cannot do by itself, and what it takes is
 * in nobody's hands but those of who got the mail. Not for anything else: `changing` is.
 */
export function fromAnywhere<Answer>(
  handle: (
    ground: Evenground,
    requester: Pick<Requester, "address" | "now">,
    request: Request,
    params: Params,
  ) => Promise<Outcome<Answer>>,
): Route {
  return guarded("change", async (ground, request, params) => {
    const requester = { address: request.headers.get(ADDRESS_HEADER) ?? "unknown", now: ground.now() };
    return respond(ground, await handle(ground, requester, request, params), 200);
  });
}

/** A handler that changes nothing. */
export function reading<Answer>(
  handle: (ground: Evenground, requester: Requester, params: Params) => Promise<Outcome<Answer>>,
): Route {
  return guarded("read", async (ground, request, params) =>
    respond(
      ground,
      await handle(ground, await requesterOf(ground, request, ground.origins.main), params),
      200,
    ),
  );
}

/** A file to be kept. Its name is ours: letters, digits, dots and dashes. */
export interface KeptFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A handler that gives a file to keep; it changes nothing. `query` is what stands behind the address’s question mark. */
export function giving(
  handle: (
    ground: Evenground,
    requester: Requester,
    params: Params,
    query: URLSearchParams,
  ) => Promise<Outcome<KeptFile>>,
): Route {
  return guarded("give", async (ground, request, params) => {
    const requester = await requesterOf(ground, request, ground.origins.main);
    return fileOf(ground, await handle(ground, requester, params, new URL(request.url).searchParams));
  });
}

/**
 * A handler that gives a file to whoever has its secret address, as calendar programs do: no cookie is looked at, and
 * nobody is asked who they are.
 */
export function givingByAddress(
  handle: (
    ground: Evenground,
    caller: Pick<Requester, "address" | "now" | "locale">,
    params: Params,
  ) => Promise<Outcome<KeptFile>>,
): Route {
  return guarded("give", async (ground, request, params) => {
    const { headers } = request;
    const wishes = { own: null, cookies: null, acceptLanguage: headers.get("accept-language") };
    const address = headers.get(ADDRESS_HEADER) ?? "unknown";
    const caller = { address, now: ground.now(), locale: localeOf(wishes, ground) };
    return fileOf(ground, await handle(ground, caller, params));
  });
}

/** A handler whose answer is neither of these: somebody else's, or a file. */
export function answering(
  handle: (ground: Evenground, requester: Requester, request: Request) => Promise<Response>,
): Route {
  return guarded("answer", async (ground, request) =>
    handle(ground, await requesterOf(ground, request, ground.origins.main), request),
  );
}

function guarded(
  where: string,
  answer: (ground: Evenground, request: Request, params: Params) => Promise<Response>,
): Route {
  return async (request, { params }) => {
    const ground = evenground();
    try {
      return await answer(ground, request, await params);
    } catch (error) {
      return json({ fault: ground.log.fault(`http ${where}`, error) }, 500);
    }
  };
}

async function requesterOf(ground: Evenground, request: Request, origin: string): Promise<Requester> {
  const { headers } = request;
  const cookies = headers.get("cookie");
  const token = readCookie(cookies, cookieName(ground.origins.secure));
  const asking = token ? await ground.whoIsAsking(token) : null;
  const wishes = {
    own: asking?.preferences.locale ?? null,
    cookies,
    acceptLanguage: headers.get("accept-language"),
  };
  return {
    asking,
    locale: localeOf(wishes, ground),
    address: headers.get(ADDRESS_HEADER) ?? "unknown",
    origin,
    device: deviceOf(headers.get("user-agent")),
    cookie: (name) => readCookie(cookies, name),
    now: ground.now(),
  };
}

/** Undefined, which no schema accepts, for anything that is not JSON of a reasonable and stated length. */
async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const isJson = request.headers.get("content-type")?.split(";")[0]?.trim() === "application/json";
  const text = isJson ? await bodyText(request, mostBytes) : null;
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema's refusal is the answer
  }
}

function respond<Answer>(ground: Evenground, outcome: Outcome<Answer>, status: number): Response {
  if (!outcome.ok) return refusal(ground, outcome.refusal);
  const response = json(outcome.answer, status);
  const { secure } = ground.origins;
  const signIn = outcome.signIn ? [signInCookie(outcome.signIn.token, secure)] : [];
  for (const cookie of [...signIn, ...(outcome.cookies ?? [])])
    response.headers.append("Set-Cookie", setCookieLine(cookie, secure));
  return response;
}

/** The cookie that carries a sign-in. */
function signInCookie(token: string, secure: boolean): NewCookie {
  return { name: cookieName(secure), value: token, seconds: COOKIE_SECONDS };
}

function fileOf(ground: Evenground, outcome: Outcome<KeptFile>): Response {
  if (!outcome.ok) return refusal(ground, outcome.refusal);
  const { name, type, content } = outcome.answer;
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

function refusal(ground: Evenground, refused: AnyRefusal): Response {
  ground.log.note("refused", { kind: "http", refusal: refused.kind });
  const response = json({ refusal: refused }, statusOf(refused));
  if (refused.kind === "slow-down")
    response.headers.set("Retry-After", String(Math.ceil(refused.retryAfterMs / 1_000)));
  return response;
}

function statusOf(refused: AnyRefusal): number {
  switch (refused.kind) {
    case "not-found":
    case "not-a-member":
      return 404;
    case "not-signed-in":
      return 401;
    case "wrong-origin":
      return 403;
    case "slow-down":
      return 429;
    case "unknown-guide":
    case "unknown-role":
    case "bad-guide":
      return 422;
    case "too-large":
      return 413;
    case "own-invitation":
    case "seat-taken":
    case "left":
    case "both-seats":
      return 409;
    default:
      return 400;
  }
}

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
