/** The push services of the browsers that there are. Nobody else's server is ever asked for anything. */
const KNOWN = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"] as const;
/** Any host below these. */
const KNOWN_BELOW = [".push.services.mozilla.com", ".notify.windows.com"] as const;

const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/;

/** The hosts of `PUSH_SERVICES`, with a port where it is not 443; null where one of them is none. */
export function pushHostsIn(value: string): readonly string[] | null {
  const hosts = value.split(",").map((host) => host.trim());
  return hosts.every((host) => HOST.test(host) && URL.canParse(`https://${host}`)) ? hosts : null;
}

/**
 * A push service's address for one browser, as it is called and kept; null for what we call never. A browser tells us
 * where to send to, so it could be anybody's address: of a machine beside this one, too. So: https, a push service by
 * its name, its usual port, no name or password in it. `more` are hosts of the place's own, ports included.
 */
export function pushEndpoint(given: string, more: readonly string[]): string | null {
  if (!URL.canParse(given)) return null;
  const { protocol, host, username, password, hash, href } = new URL(given);
  const isPlain = protocol === "https:" && username === "" && password === "" && hash === "";
  const isKnown =
    KNOWN.some((known) => host === known) ||
    KNOWN_BELOW.some((known) => host.endsWith(known) && !host.includes(":")) ||
    more.includes(host);
  return isPlain && isKnown ? href : null;
}
