import { expect, test } from "vitest";
import { pairOf } from "./push-key";

test("what is no scalar of the curve makes no key", () => {
  expect(pairOf(new Uint8Array(32))).toBeNull();
  expect(pairOf(new Uint8Array(32).fill(255))).toBeNull();
});

test("a scalar makes the key that push services and browsers expect: 65 and 32 bytes", () => {
  const pair = pairOf(new Uint8Array(32).fill(7));
  expect(Buffer.from(pair?.publicKey ?? "", "base64url")).toHaveLength(65);
  expect(Buffer.from(pair?.privateKey ?? "", "base64url")).toHaveLength(32);
});
