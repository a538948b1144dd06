import { expect, test } from "vitest";
import { digitsOf } from "./digits-of";

test("a code may be pasted as it stands in the mail", () => {
  for (const typed of ["123456", "123 456", " 123\u00a0456\n", "123-456"])
    expect(digitsOf(typed)).toBe("123456");
});

test("what has more or fewer digits is no code", () => {
  for (const typed of ["", "12345", "1234567", "abcdef"]) expect(digitsOf(typed)).toBeNull();
});
