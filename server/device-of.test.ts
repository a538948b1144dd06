import { expect, test } from "vitest";
import { deviceKind, deviceOf } from "./device-of";

test("a device is a browser and a system, without versions", () => {
  const told = {
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36":
      "Chrome on Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1":
      "Safari on iOS",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0": "Firefox on Windows",
    "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1":
      "Safari on iPad",
    "Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36":
      "Chrome on Android tablet",
    "something else": "",
    "": "",
  };
  for (const [userAgent, device] of Object.entries(told)) expect(deviceOf(userAgent)).toBe(device);
});

test("what it is can be told from that", () => {
  const kinds = {
    "Chrome on Android": "phone",
    "Safari on iOS": "phone",
    "Safari on iPad": "tablet",
    "Chrome on Android tablet": "tablet",
    "Firefox on Windows": "computer",
    "Safari on macOS": "computer",
    Chrome: "unknown",
    "": "unknown",
  };
  for (const [device, kind] of Object.entries(kinds)) expect(deviceKind(device), device).toBe(kind);
});

test("asvs 1.3.12: a hostile browser is read as fast as any", () => {
  const began = performance.now();
  for (const hostile of ["(".repeat(50_000), "Mozilla/".repeat(6_000), "\u0000".repeat(50_000)])
    expect(deviceOf(hostile).length).toBeLessThanOrEqual(60);
  expect(performance.now() - began).toBeLessThan(150);
});
