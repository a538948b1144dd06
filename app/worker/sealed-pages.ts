import { isSpace } from "./what-may-be-kept";

const NAME = "pages";
/** The ones opened longest ago go first. */
const MOST = 20;

/** A page as the server sent it. */
interface KeptPage {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/**
 * Keeps a page in the browser's own storage, sealed with the key of the sign-in: AES-256-GCM, a new IV each time, bound
 * to its address. The address is a hash there.
 */
export async function keepPage(key: CryptoKey, path: string, response: Response): Promise<void> {
  const page = { headers: [...response.headers], body: await response.text() };
  await put(key, path, page);
  // Whoever opens the app opens /home, which leads to their space.
  if (isSpace(path)) await put(key, "/home", { headers: [["location", path]], body: "" });
}

/** A page that was kept, as the server sent it; null where there is none, and where it cannot be opened. */
export async function readPage(key: CryptoKey, path: string): Promise<Response | null> {
  const name = await nameOf(path);
  const stored = await (await caches.open(NAME)).match(name);
  const page = stored && (await unseal(key, name, await stored.arrayBuffer()));
  if (!page) return null;
  const leadsTo = page.headers.find(([header]) => header === "location")?.[1];
  return leadsTo
    ? Response.redirect(leadsTo)
    : new Response(page.body, { headers: page.headers.map(([header, value]) => [header, value]) });
}

async function put(key: CryptoKey, path: string, page: KeptPage): Promise<void> {
  const pages = await caches.open(NAME);
  const name = await nameOf(path);
  await pages.delete(name);
  await pages.put(name, new Response(await seal(key, name, page)));
  for (const old of (await pages.keys()).slice(0, -MOST)) await pages.delete(old);
}

async function seal(key: CryptoKey, name: string, page: KeptPage): Promise<Blob> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const body = await crypto.subtle.encrypt(sealing(iv, name), key, bytesOf(JSON.stringify(page)));
  return new Blob([iv, body]);
}

async function unseal(key: CryptoKey, name: string, sealed: ArrayBuffer): Promise<KeptPage | null> {
  const [iv, body] = [new Uint8Array(sealed.slice(0, 12)), sealed.slice(12)];
  const plain = await crypto.subtle.decrypt(sealing(iv, name), key, body).catch(() => null); // rejects: not what was sealed
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as KeptPage);
}

function sealing(iv: Uint8Array<ArrayBuffer>, name: string) {
  return { name: "AES-GCM", iv, additionalData: bytesOf(name) };
}

/** A name that says nothing to whoever reads the storage. */
async function nameOf(path: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytesOf(`page|${path}`));
  return `/${Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
