import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { addressReader } from "./addresses";

function requestFrom(peer: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  if (forwardedFor) request.headers["x-forwarded-for"] = forwardedFor;
  return request;
}

test("asvs 4.1.3: what a client claims about itself counts for nothing", () => {
  expect(addressReader(undefined)(requestFrom("192.0.2.7", "198.51.100.1"))).toBe("192.0.2.7");
  expect(addressReader("10.0.0.0/8")(requestFrom("192.0.2.7", "198.51.100.1"))).toBe("192.0.2.7");
});

test("a proxy that is trusted is believed, and nobody before it", () => {
  const read = addressReader("loopback, 10.0.0.0/8");
  expect(read(requestFrom("127.0.0.1", "203.0.113.9, 198.51.100.1, 10.1.2.3"))).toBe("198.51.100.1");
});

test("an IPv6 household is its first 64 bits, an IPv4 one its address however it is written", () => {
  const read = addressReader(undefined);
  expect(read(requestFrom("2001:db8:1:2:3:4:5:6"))).toBe("2001:db8:1:2");
  expect(read(requestFrom("2001:db8::1"))).toBe("2001:db8:0:0");
  expect(read(requestFrom("::ffff:192.0.2.7"))).toBe("192.0.2.7");
});
