/** The name of the sign-in cookie: over https the browser itself guards it (`__Host-`). */
export function cookieName(secure: boolean): string {
  return secure ? "__Host-evenground" : "evenground";
}

/** The value of one cookie of a `Cookie` header; null when it is not there. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
