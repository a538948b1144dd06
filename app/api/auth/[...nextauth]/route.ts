import { bodyText } from "#server/body-text";
import { answering } from "#server/http-edge";
import { leadsElsewhere, signInElsewhere } from "../../../server/sign-in-elsewhere";

const NOT_FOUND = { refusal: { kind: "not-found" } };
const BAD_REQUEST = { refusal: { kind: "bad-request", issues: [] } };
const WRONG_ORIGIN = { refusal: { kind: "wrong-origin" } };

const answer = answering(async (ground, requester, request) => {
  const method = request.method === "POST" ? "POST" : "GET";
  if (method === "POST" && !ground.origins.isOurs(request.headers.get("origin")))
    return Response.json(WRONG_ORIGIN, { status: 403 });
  const { pathname, searchParams } = new URL(request.url);
  const call = { method, path: pathname.split("/").slice(3) } as const;
  if (!leadsElsewhere(ground, call)) return Response.json(NOT_FOUND, { status: 404 });
  const form = method === "POST" ? await bodyText(request) : null;
  if (method === "POST" && form === null) return Response.json(BAD_REQUEST, { status: 400 });
  const { status, location, body, cookies } = await signInElsewhere(ground, requester, {
    ...call,
    query: Object.fromEntries(searchParams),
    ...(form !== null && { body: Object.fromEntries(new URLSearchParams(form)) }),
  });
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  if (location === null) return Response.json(body, { status, headers });
  headers.set("Location", location);
  return new Response(null, { status, headers });
});

// What the address holds is read from the address: Next's own way of giving it has a type for each route.
const handler = (request: Request) => answer(request, { params: Promise.resolve({}) });

export { handler as GET, handler as POST };
