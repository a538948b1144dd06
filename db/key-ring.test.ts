import { expect, test } from "vitest";
import { type KeyRing, newSeatKey, newSpaceKey, openSeatKey, openSpaceKey } from "./key-ring";
import { newSealingKey } from "./sealing";

const old = newSealingKey();
const before: KeyRing = { current: "2025", keys: new Map([["2025", old]]) };
const after: KeyRing = {
  current: "2026",
  keys: new Map([
    ["2026", newSealingKey()],
    ["2025", old],
  ]),
};

test("a space's key is stored wrapped, never as it is, and opens again", () => {
  const { key, ...stored } = newSpaceKey(before, "space");
  expect(stored.kekId).toBe("2025");
  expect(Buffer.from(stored.wrapped).includes(Buffer.from(key))).toBe(false);
  expect(Buffer.from(openSpaceKey(before, "space", stored))).toEqual(Buffer.from(key));
});

test("after a rotation the old key still opens and the new one wraps", () => {
  const { key, ...stored } = newSpaceKey(before, "space");
  expect(Buffer.from(openSpaceKey(after, "space", stored))).toEqual(Buffer.from(key));
  expect(newSpaceKey(after, "other space").kekId).toBe("2026");
});

test("a key that is missing in SEAL_KEYS is asked for in a sentence, without any key in it", () => {
  const stored = newSpaceKey(after, "space");
  expect(() => openSpaceKey(before, "space", stored)).toThrow(
    'SEAL_KEYS has no key "2026", and words in the database are sealed under it.',
  );
});

test("a key of the right name but another value is refused in a sentence", () => {
  const stored = newSpaceKey(before, "space");
  const wrong = { current: "2025", keys: new Map([["2025", newSealingKey()]]) };
  expect(() => openSpaceKey(wrong, "space", stored)).toThrow(
    'The key of space space cannot be opened with sealing key "2025".',
  );
});

test("asvs 11.3.3: wrapped keys cannot be swapped between spaces or seats", () => {
  const { key, ...stored } = newSpaceKey(before, "space");
  expect(() => openSpaceKey(before, "other space", stored)).toThrow("cannot be opened");
  const seatA = newSeatKey(key, "space", "a");
  expect(openSeatKey(key, "space", "a", seatA)).toHaveLength(32);
  expect(openSeatKey(key, "space", "b", seatA)).toBeNull();
  expect(openSeatKey(key, "other space", "a", seatA)).toBeNull();
});

test("each seat has a key of its own", () => {
  const { key } = newSpaceKey(before, "space");
  const [a, b] = [newSeatKey(key, "space", "a"), newSeatKey(key, "space", "b")];
  expect(openSeatKey(key, "space", "a", a)).not.toEqual(openSeatKey(key, "space", "b", b));
});
