import { randomUUID } from "node:crypto";
import { ADDRESS_HEADER } from "#server/addresses";
import { evenground } from "#server/evenground";

/** A route handler, as Next calls it. */
type Post = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export type Headers = Readonly<Record<string, string>>;

/** Calls a handler as a browser on our own page would; `headers` change or add to that. */
export function post(handler: { readonly POST: Post }, body: unknown, headers: Headers = {}, id?: string) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request("http://server/api", {
    method: "POST",
    body: text,
    headers: {
      Origin: evenground().origins.main,
      [ADDRESS_HEADER]: randomUUID(),
      "Content-Type": "application/json",
      "Content-Length": String(Buffer.byteLength(text)),
      ...headers,
    },
  });
  return handler.POST(request, { params: Promise.resolve(id === undefined ? {} : { id }) });
}

/** Reads, without saying who is asking unless `headers` do. */
export const get = (handler: { readonly GET: Post }, headers: Headers = {}) =>
  handler.GET(new Request("http://server/api", { headers }), { params: Promise.resolve({}) });

export async function answerOf(response: Response) {
  return { status: response.status, body: (await response.json()) as unknown };
}
