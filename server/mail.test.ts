import { expect, test } from "vitest";
import { readEnvironment } from "./environment";
import { makeMail, mayReadMailHere } from "./mail";

const KEY = `1:${"A".repeat(43)}`;

test("mail may be read here by whoever tries things out on their own machine", () => {
  for (const variables of [
    {},
    { NODE_ENV: "development" },
    { NODE_ENV: "production" },
    { NODE_ENV: "development", DATABASE_URL: "postgres://host/db" },
    { HOST: "localhost", PUBLIC_URL: "http://localhost:3000" },
    { HOST: "::1" },
  ])
    expect(mayReadMailHere(readEnvironment(variables))).toBe(true);
});

test("and by nobody where others could come, or mail is really sent", () => {
  const others: readonly Record<string, string>[] = [
    { HOST: "0.0.0.0" },
    { HOST: "::" },
    { HOST: "192.168.1.20", PUBLIC_URL: "http://192.168.1.20:3000" },
    { TRUST_PROXY: "loopback" },
    { NODE_ENV: "development", PUBLIC_URL: "http://localhost:3000", TRUST_PROXY: "10.0.0.0/8" },
    { PUBLIC_URL: "https://evenground.example" },
    { PUBLIC_URL: "https://localhost.evenground.example" },
    { PUBLIC_URL: "https://127.0.0.1.evenground.example" },
    { NODE_ENV: "production", DATABASE_URL: "postgres://host/db", SEAL_KEYS: KEY },
    { NODE_ENV: "test", DATABASE_URL: "postgres://host/db" },
    { SMTP_URL: "smtp://localhost", MAIL_FROM: "post@mail.example" },
    { NODE_ENV: "development", SMTP_URL: "smtp://localhost", MAIL_FROM: "post@mail.example" },
  ];
  for (const variables of others) expect(mayReadMailHere(readEnvironment(variables))).toBe(false);
});

test("where it can neither be sent nor read there is none", async () => {
  const mail = makeMail(readEnvironment({ HOST: "0.0.0.0" }), () => new Date());
  expect(mail.reaches).toBe("nobody");
  expect(await mail.kept()).toBeNull();
  await expect(mail.send("ada@example.org", { kind: "address-changed" }, "en")).rejects.toThrow();
});
