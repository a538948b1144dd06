import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import proxyAddr from "proxy-addr";

/** Carries the address from the HTTP server to the pages' handlers. What a client sends under this name is dropped. */
export const ADDRESS_HEADER = "x-evenground-address";

/**
 * Makes the function that tells from where a request comes: the peer, or what the proxies named in `trusted`
 * say (TRUST_PROXY). Without it, what a client claims in X-Forwarded-For counts for nothing (asvs 4.1.3).
 */
export function addressReader(trusted: string | undefined): (request: IncomingMessage) => string {
  const trust = proxyAddr.compile(trusted === undefined ? [] : proxiesIn(trusted));
  return (request) => prefixOf(proxyAddr(request, trust));
}

/** The addresses, ranges and names of ranges in TRUST_PROXY. */
export function proxiesIn(trusted: string): string[] {
  return trusted.split(",").map((range) => range.trim());
}

/** One household, roughly: an IPv4 address, or the first 64 bits of an IPv6 one. */
function prefixOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address.replace("::ffff:", "");
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4).join(":");
}
