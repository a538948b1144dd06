import { expect, test } from "vitest";
import { cookieName, readCookie } from "./cookies";
import { originsOf } from "./origins";

test("with an address of its own, that one alone is ours", () => {
  const origins = originsOf({ PUBLIC_URL: "https://evenground.example" }, () => 3000);
  expect(origins.main).toBe("https://evenground.example");
  expect(origins.secure).toBe(true);
  expect(origins.isOurs("https://evenground.example")).toBe(true);
  for (const foreign of [
    "https://evenground.example.evil.example",
    "http://evenground.example",
    "https://evenground.example:8443",
    "https://sub.evenground.example",
    "http://localhost:3000",
    "null",
    "",
    null,
    undefined,
  ])
    expect([foreign, origins.isOurs(foreign)]).toEqual([foreign, false]);
});

test("without one, this machine's names at the port it listens on", () => {
  let port = 0;
  const origins = originsOf({ PUBLIC_URL: undefined }, () => port);
  port = 4321;
  expect(origins.main).toBe("http://localhost:4321");
  expect(origins.isOurs("http://127.0.0.1:4321")).toBe(true);
  expect(origins.isOurs("http://localhost:3000")).toBe(false);
  expect(origins.secure).toBe(false);
});

test("asvs 3.3.3: over https the cookie is one that the browser itself guards", () => {
  expect(cookieName(true)).toBe("__Host-evenground");
  expect(cookieName(false)).toBe("evenground");
});

test("a cookie is found by its whole name", () => {
  expect(readCookie("other=1; evenground=token; x=y", "evenground")).toBe("token");
  expect(readCookie("notevenground=no; evenground2=no", "evenground")).toBeNull();
  expect(readCookie("evenground", "evenground")).toBeNull();
  expect(readCookie(undefined, "evenground")).toBeNull();
});
