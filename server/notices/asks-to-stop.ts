/** The largest body that is read; what is asked for fits in a few dozen bytes. */
const MOST_BYTES = 4_096;

/**
 * Whether a request says that it wants notices to stop: a form with `List-Unsubscribe=One-Click`, of either kind, as
 * mail programs send it (RFC 8058 §3.2), or the `{}` of our own page. Opening an address is never enough.
 */
export async function asksToStop(request: Request): Promise<boolean> {
  const type = request.headers.get("content-type") ?? "";
  const body = await bytesOf(request);
  if (!body) return false;
  if (type.split(";")[0]?.trim() === "application/json") return new TextDecoder().decode(body) === "{}";
  const form = await formIn(body, type);
  return form?.get("List-Unsubscribe") === "One-Click";
}

/** All of a body, whether or not it says before how long it is; null for one that is too large. */
async function bytesOf({ body }: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    chunks.push(next.value);
    length += next.value.byteLength;
    if (length > MOST_BYTES) {
      await reader?.cancel();
      return null;
    }
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function formIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch {
    return null; // it is no form, and throwing is the only way the function has to say so
  }
}
