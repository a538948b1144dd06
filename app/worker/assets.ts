const NAME = "assets";
/** What an older version of the pages was made of goes, the oldest first. */
const MOST = 300;

/** Something that pages are made of, from this browser where it is kept, else from the server. */
export async function readAsset(request: Request, mayKeep: boolean): Promise<Response> {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (mayKeep && response.status === 200) {
    const assets = await caches.open(NAME);
    await assets.put(request.url, response.clone());
    for (const old of (await assets.keys()).slice(0, -MOST)) await assets.delete(old);
  }
  return response;
}

/** Keeps what a page has loaded already; the browser has most of it at hand. */
export async function keepAssets(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) await readAsset(new Request(address), true).catch(() => undefined); // offline: then it is not kept
}
