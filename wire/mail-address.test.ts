import { describe, expect, test } from "vitest";
import { mailAddress } from "./mail-address";

const parsed = (address: unknown) => mailAddress.safeParse(address).data ?? null;

describe("asvs 1.3.11: an address that mail could go astray with is none", () => {
  const label = "a".repeat(60);
  test.each([
    ["two at once", "a,b@x.org"],
    ["two, one after the other", "a@x.org,b@x.org"],
    ["with a semicolon", "a;b@x.org"],
    ["with angle brackets", "x<y@z>.org"],
    ["with a name", "Ada <ada@x.org>"],
    ["with a line break", "a@x.org\r\nBcc: b@x.org"],
    ["with a line break at the end", "a@x.org\n"],
    ["with a bare CR", "a\r@x.org"],
    ["with an encoded line break", "a%0d%0a@x.org"],
    ["with a NUL", "a\u0000@x.org"],
    ["with quotes", '"a b"@x.org'],
    ["with a comment", "a(b)@x.org"],
    ["with a backslash", "a\\@x.org"],
    ["with spaces around it", " a@x.org "],
    ["with two @", "a@b@x.org"],
    ["relayed", "a%b@x.org"],
    ["with a command", "`id`@x.org"],
    ["in full-width letters", "ａ@x.org"],
    ["with the sign for Kelvin", "\u212Aa@x.org"],
    ["with a dotless i", "adm\u0131n@x.org"],
    ["with a full stop that is none", "a@x。org"],
    ["with a direction mark", "a\u202E@x.org"],
    ["with a joiner of no width", "a\u200D@x.org"],
    ["with a domain in other letters", "a@müller.example"],
    ["at an IP address", "a@[127.0.0.1]"],
    ["at this machine", "a@localhost"],
    ["with a dot at the beginning", ".a@x.org"],
    ["with two dots", "a..b@x.org"],
    ["longer than 254 characters", `a@${Array(5).fill(label).join(".")}.org`],
    ["with more than 64 characters before the @", `${"a".repeat(65)}@x.org`],
    ["with nothing in it", ""],
    ["that is no text", 1],
    ["that is a list", ["a@x.org"]],
  ])("%s", (_case, address) => {
    expect(parsed(address)).toBeNull();
  });
});

test("an address is kept in small letters", () => {
  expect(parsed("Ada.O'Neill+us@Mail.Example.ORG")).toBe("ada.o'neill+us@mail.example.org");
  expect(parsed("ada@xn--mller-kva.example")).toBe("ada@xn--mller-kva.example");
});

test("asvs 1.3.12: hostile text of any length is turned down at once", () => {
  for (const hostile of ["a.".repeat(25_000), `a@${"a-".repeat(25_000)}`, `${"a".repeat(50_000)}@`]) {
    const began = performance.now();
    expect(parsed(hostile)).toBeNull();
    expect(performance.now() - began).toBeLessThan(50);
  }
});
