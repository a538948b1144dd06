import { expect, test } from "vitest";
import { whereTo } from "./where-to";

test("a page of this server, with what it was asked", () => {
  expect(whereTo("/settings")).toBe("/settings");
  expect(whereTo("/new?guide=deep-mirror&after=1")).toBe("/new?guide=deep-mirror&after=1");
  expect(whereTo("/")).toBe("/");
});

test("asvs 3.7.2: whatever could lead to somewhere else leads home", () => {
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n\\evil.example",
    "/..//evil.example",
    "/%2e//evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/home",
    "javascript:alert(1)",
    "evil.example",
    " /home",
    "",
    undefined,
    ["/settings", "/home"],
  ];
  for (const wish of elsewhere) expect(whereTo(wish)).toBe("/home");
});
