/** The name of the cookie that carries a sign-in. */
export function cookieName(secure: boolean): string {
  return guardedName("evenground", secure);
}

/** The name of a cookie that only this host may set, and only over https, where it is reached over https. */
export function guardedName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** The value of one cookie of a `Cookie` header; null when it is not there. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** A cookie for this browser. */
export interface NewCookie {
  readonly name: string;
  readonly value: string;
  /** How long the browser keeps it; with 0 it forgets it. */
  readonly seconds: number;
}

/** The line that sets a cookie. Scripts cannot read it, and other sites' requests do not carry it. */
export function setCookieLine({ name, value, seconds }: NewCookie, secure: boolean): string {
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
  return `${name}=${value}; ${attributes}${secure ? "; Secure" : ""}`;
}
