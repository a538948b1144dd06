import { describe, expect, test } from "vitest";
import { newSealingKey, seal, unseal } from "./sealing";

const key = newSealingKey();
const place = "space|conversation|move|a";
const words = Buffer.from('{"text":"I was alone."}');
const sealed = Buffer.from(seal(key, place, words));

/** Version, IV and tag: what lies before the ciphertext. */
const HEAD = 1 + 12 + 16;

const opened = (changed: Uint8Array): Uint8Array | null => unseal(key, place, changed);

test("what was sealed is opened again, byte for byte, and is not readable before", () => {
  expect(Buffer.from(opened(sealed) ?? [])).toEqual(words);
  expect(sealed.includes("alone")).toBe(false);
  expect(sealed).toHaveLength(HEAD + words.length);
});

test("nothing at all can be sealed too", () => {
  expect(opened(seal(key, place, new Uint8Array()))).toHaveLength(0);
});

describe("asvs 11.3.3: what was tampered with cannot be opened", () => {
  test("one flipped bit, at each of all places", () => {
    for (let byte = 0; byte < sealed.length; byte += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = Buffer.from(sealed);
        flipped[byte] = (flipped[byte] ?? 0) ^ (1 << bit);
        expect(opened(flipped), `byte ${byte}, bit ${bit}`).toBeNull();
      }
  });

  test("cut off anywhere, or with something added", () => {
    for (let length = 0; length < sealed.length; length += 1)
      expect(opened(sealed.subarray(0, length)), `${length} bytes`).toBeNull();
    expect(opened(Buffer.concat([sealed, Buffer.of(0)]))).toBeNull();
  });

  test("a tag of four bytes, which GCM itself would take", () => {
    const [head, tag, body] = [sealed.subarray(0, 13), sealed.subarray(13, HEAD), sealed.subarray(HEAD)];
    expect(opened(Buffer.concat([head, tag.subarray(0, 4), body]))).toBeNull();
    expect(opened(Buffer.concat([head, tag.subarray(0, 4)]))).toBeNull();
    expect(opened(Buffer.concat([head, tag.subarray(0, 4), Buffer.alloc(12), body]))).toBeNull();
  });

  test("in another place: another space, conversation, move or seat", () => {
    for (const elsewhere of [
      "other|conversation|move|a",
      "space|other|move|a",
      "space|conversation|other|a",
      "space|conversation|move|b",
      "",
    ])
      expect(unseal(key, elsewhere, sealed), elsewhere).toBeNull();
  });

  test("with another key", () => {
    expect(unseal(newSealingKey(), place, sealed)).toBeNull();
  });
});

test("asvs 11.3.4: of 200,000 sealings with one key no two have the same IV", { timeout: 60_000 }, () => {
  const seen = new Set<string>();
  const plain = Buffer.of(1);
  for (let count = 0; count < 200_000; count += 1)
    seen.add(Buffer.from(seal(key, place, plain)).toString("latin1", 1, 13));
  expect(seen.size).toBe(200_000);
});
