/** What a page shows that somebody may want to look at again without a network: their space, and conversations. */
const KEPT = /^\/(home(\/[\w-]+){0,2}|c\/[\w-]+)$/;

/** Whether a page at this address may be kept for as long as the visit lasts. Everything that is not named is not. */
export function isPageToKeep(path: string): boolean {
  return KEPT.test(new URL(path, "https://here.invalid").pathname);
}

/** Whether this answer is such a page, whole, as the server made it for whoever is signed in. */
export function isAnswerToKeep(path: string, response: Response): boolean {
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  return isPageToKeep(path) && response.status === 200 && !response.redirected && isPage;
}

/** Whether it is a part of pages that says nothing about whoever looks at them, and is the same for ever at its address. */
export function isAsset(pathname: string): boolean {
  return pathname.startsWith("/_next/static/") || pathname.startsWith("/faces/") || pathname === "/icon.svg";
}

/** A space's own page: `/home` leads there. */
export function isSpace(path: string): boolean {
  return /^\/home\/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(path);
}
