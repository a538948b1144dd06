import { describe, expect, test } from "vitest";
import { readEnvironment, WrongEnvironment } from "./environment";

const KEY = `1:${"A".repeat(43)}`;

function problemWith(variables: Readonly<Record<string, string>>): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof WrongEnvironment) return error.message;
    throw error;
  }
  return "";
}

describe("a wrong value stops with a sentence that says which and why", () => {
  const wrong: readonly (readonly [string, string])[] = [
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["NODE_ENV", "prod"],
    ["PUBLIC_URL", "evenground.example"],
    ["PUBLIC_URL", "https://evenground.example/path"],
    ["PUBLIC_URL", "ftp://evenground.example"],
    ["DATABASE_URL", "mysql://user:hidden@host/db"],
    ["SEAL_KEYS", "hidden"],
    ["SEAL_KEYS", `${KEY},2:short`],
    ["TRUST_PROXY", "the proxy"],
    ["TRUST_PROXY", "10.0.0.0/8, 10.0.0.0/33"],
    ["LEAVE_TO", "http://weather.example"],
    ["LOG_LEVEL", "loud"],
    ["METRICS_TOKEN", "hidden"],
    ["HANDSHAKES_PER_MINUTE", "0"],
    ["INVITATION_TRIES_PER_MINUTE", "many"],
    ["STARTS_PER_HOUR", "-1"],
    ["NOTICES_EVERY_SECONDS", "0"],
    ["NOTICES_EVERY_SECONDS", "3601"],
    ["NOTICES_EVERY_SECONDS", "0.5"],
  ];
  for (const [name, value] of wrong)
    test(`${name} as ${value}`, () => {
      const problem = problemWith({ [name]: value });
      expect(problem).toMatch(new RegExp(`^The environment variable ${name} must .+\\.$`));
      expect(problem).not.toContain("hidden"); // some values are secrets
    });

  test("several at once are all named", () => {
    expect(problemWith({ PORT: "abc", LOG_LEVEL: "loud" }).split("\n")).toHaveLength(2);
  });
});

test("nothing set, or set to nothing, is the embedded database on port 3000", () => {
  for (const variables of [{}, { PORT: "", DATABASE_URL: "" }])
    expect(readEnvironment(variables)).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DATA_DIR: ".data" });
});

test("what belongs together is set together, or the sentence says what is missing", () => {
  const missing = {
    SMTP_URL: ["smtp://host", "MAIL_FROM"],
    OIDC_ISSUER: ["https://id.example", "OIDC_CLIENT_ID and OIDC_CLIENT_SECRET"],
    GOOGLE_CLIENT_ID: ["x", "GOOGLE_CLIENT_SECRET"],
    GITHUB_CLIENT_ID: ["x", "GITHUB_CLIENT_SECRET"],
  } as const;
  for (const [name, [value, others]] of Object.entries(missing))
    expect(problemWith({ [name]: value })).toBe(
      `The environment variable ${name} needs ${others} beside it.`,
    );
  expect(problemWith({ SMTP_URL: "smtp://host", MAIL_FROM: "post@mail.example" })).toBe("");
});

test("a proxy may be named by its address, a range or a name for one", () => {
  for (const TRUST_PROXY of ["10.1.2.3", "loopback", "loopback, 10.0.0.0/8,fd00::/8", "uniquelocal"])
    expect(problemWith({ TRUST_PROXY })).toBe("");
});

test("in production a database of its own needs a key of its own", () => {
  const variables = { NODE_ENV: "production", DATABASE_URL: "postgres://host/db" };
  expect(problemWith(variables)).toContain("SEAL_KEYS must be set");
  expect(problemWith({ ...variables, SEAL_KEYS: KEY })).toBe("");
});
