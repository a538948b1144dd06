import proxyAddr from "proxy-addr";
import { z } from "zod";
import { proxiesIn } from "./addresses";
import { pushHostsIn } from "./push/push-services";

/** A whole number in a range, written in decimal. */
const whole = (min: number, max: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)
    .default(otherwise);

const origin = z
  .string()
  .refine(isOrigin, "must be an origin like https://evenground.example, without a path")
  .optional();

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value;
}

function areProxies(value: string): boolean {
  try {
    proxyAddr.compile(proxiesIn(value));
    return true;
  } catch {
    return false; // it throws for an address it cannot read, and has no other way to ask
  }
}

const sealKeys = z
  .string()
  .regex(
    /^[a-z0-9-]{1,32}:[A-Za-z0-9_-]{43}(,[a-z0-9-]{1,32}:[A-Za-z0-9_-]{43})*$/,
    "must be one or more of id:key, with commas between; a key is 32 random bytes in base64url",
  )
  .optional();

const variables = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("development"),
  PORT: whole(0, 65_535, 3000),
  HOST: z.string().min(1, "must be an address to listen on, like 127.0.0.1").default("127.0.0.1"),
  PUBLIC_URL: origin,
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, "must begin with postgres:// or postgresql://")
    .optional(),
  DATA_DIR: z.string().min(1, "must be a folder").default(".data"),
  SEAL_KEYS: sealKeys,
  TRUST_PROXY: z
    .string()
    .refine(areProxies, "must be addresses or ranges with commas between, or loopback")
    .optional(),
  LEAVE_TO: z
    .url({ protocol: /^https$/, error: "must be an https address" })
    .default("https://www.bbc.com/weather"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent")
    .default("info"),
  METRICS_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
  HANDSHAKES_PER_MINUTE: whole(1, 1_000_000, 50),
  INVITATION_TRIES_PER_MINUTE: whole(1, 1_000_000, 5),
  STARTS_PER_HOUR: whole(1, 1_000_000, 30),
  CODES_PER_HOUR: whole(1, 1_000_000, 3),
  NOTICES_EVERY_SECONDS: whole(1, 3_600, 20),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, "must begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().min(3, "must be an address").optional(),
  PUSH_SERVICES: z
    .string()
    .refine(
      (value) => pushHostsIn(value) !== null,
      "must be hosts with commas between, like push.example:8443",
    )
    .optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: "must be the address of an OpenID Connect provider" })
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(40).default("OpenID Connect"),
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  PSEUDO_LOCALE: z.enum(["on", "off"], "must be on or off").default("off"),
});

/** What the process was told from outside, checked once at the start. docs/self-hosting.md says what each is for. */
export type Environment = Readonly<z.infer<typeof variables>>;

/**
 * Reads the environment. An empty value counts as unset.
 * Refuses with one sentence for each wrong value: which, and why. Values are not repeated: some are secret.
 */
export function readEnvironment(from: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const { success, data, error } = variables.safeParse(given);
  if (!success)
    throw new WrongEnvironment(
      error.issues
        .map((issue) => `The environment variable ${issue.path.join(".")} ${issue.message}.`)
        .join("\n"),
    );
  if (data.NODE_ENV === "production" && data.DATABASE_URL && !data.SEAL_KEYS)
    throw new WrongEnvironment(
      "The environment variable SEAL_KEYS must be set where DATABASE_URL is: words in that database are sealed with " +
        "it, and a key that lives on this machine alone would be lost with it. README.md says how to make one.",
    );
  const incomplete = TOGETHER.find(([one, ...others]) => data[one] && others.some((other) => !data[other]));
  if (incomplete)
    throw new WrongEnvironment(
      `The environment variable ${incomplete[0]} needs ${incomplete.slice(1).join(" and ")} beside it.`,
    );
  return data;
}

/** Where the first is set, the others have to be. */
const TOGETHER = [
  ["SMTP_URL", "MAIL_FROM"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
] as const;

/** The environment is wrong; its message is for whoever starts the process. */
export class WrongEnvironment extends Error {}
