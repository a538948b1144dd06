import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepPage, readPage } from "./sealed-pages";

// Cache Storage is the browser's: this one has as much of it as the worker uses, in the same order of keys.

const SPACE = "/home/0190a7a0-0000-7000-8000-000000000000";
const CANARY = "CANARY-words-of-somebody";

function storage() {
  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  const cache = {
    match: async (name: string) => {
      const bytes = entries.get(name);
      return bytes && new Response(bytes);
    },
    put: async (name: string, response: Response) =>
      void entries.set(name, new Uint8Array(await response.arrayBuffer())),
    delete: async (name: string) => entries.delete(name),
    keys: async () => [...entries.keys()],
  };
  return { entries, open: async () => cache };
}

let kept: ReturnType<typeof storage>;
beforeEach(() => {
  kept = storage();
  vi.stubGlobal("caches", kept);
});
afterEach(() => vi.unstubAllGlobals());

const newKey = () =>
  crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
const page = (words: string) =>
  new Response(`<p>${words}`, { headers: { "Content-Type": "text/html", "Content-Security-Policy": "x" } });

test("a page comes back as it was sent, its policy too", async () => {
  const key = await newKey();
  await keepPage(key, "/c/1", page(CANARY));
  const back = await readPage(key, "/c/1");
  expect(await back?.text()).toBe(`<p>${CANARY}`);
  expect(back?.headers.get("content-security-policy")).toBe("x");
  expect(await readPage(key, "/c/2")).toBeNull();
});

test("nothing of it can be read where it lies: not its words, not its address", async () => {
  await keepPage(await newKey(), SPACE, page(CANARY));
  const all = [...kept.entries].map(([name, bytes]) => name + new TextDecoder("latin1").decode(bytes)).join();
  for (const telling of ["CANARY", "home", "0190a7a0", "text/html"]) expect(all).not.toContain(telling);
});

test("another key opens nothing, and neither does a page in another one's place, or a changed one", async () => {
  const key = await newKey();
  await keepPage(key, "/c/1", page("one"));
  await keepPage(key, "/c/2", page("two"));
  expect(await readPage(await newKey(), "/c/1")).toBeNull();
  const [[first, bytes], [second, other]] = [...kept.entries] as [
    [string, Uint8Array<ArrayBuffer>],
    [string, Uint8Array<ArrayBuffer>],
  ];
  kept.entries.set(first, other).set(second, bytes);
  expect(await readPage(key, "/c/1")).toBeNull();
  kept.entries.set(first, bytes.with(20, (bytes[20] ?? 0) ^ 1));
  expect(await readPage(key, "/c/1")).toBeNull();
});

test("twenty pages are kept; the one opened longest ago goes first", async () => {
  const key = await newKey();
  for (let number = 0; number < 21; number += 1) await keepPage(key, `/c/${number}`, page("words"));
  expect(kept.entries.size).toBe(20);
  expect(await readPage(key, "/c/0")).toBeNull();
  await keepPage(key, "/c/1", page("again"));
  await keepPage(key, "/c/21", page("words"));
  expect(await readPage(key, "/c/2")).toBeNull();
  expect(await (await readPage(key, "/c/1"))?.text()).toBe("<p>again");
});
