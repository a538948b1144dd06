import { expect, test } from "vitest";
import { readEnvironment } from "./environment";
import { makeMail, wasSurelyNotSent } from "./mail";
import { type ScriptedPost, startScriptedPost } from "./testing/scripted-post";

// What is known of a mail that was not taken. Who is told at most once in six hours depends on it.

async function trySending(url: string, from = "post@mail.example"): Promise<unknown> {
  const mail = makeMail(readEnvironment({ SMTP_URL: url, MAIL_FROM: from }), () => new Date());
  return mail.send("ada@example.org", { kind: "way-in-added" }, "en").then(
    () => "sent",
    (error: unknown) => error,
  );
}

const isQuick = ({ url }: ScriptedPost) =>
  `${url}?greetingTimeout=200&socketTimeout=200&connectionTimeout=2000`;

test("a mail that was taken is sent, and no error", async () => {
  const post = await startScriptedPost({});
  expect(await trySending(post.url)).toBe("sent");
  expect(post.mails).toHaveLength(1);
});

test.each([
  { what: "there is no server", url: "smtp://127.0.0.1:1" },
  { what: "there is no such host", url: "smtp://nobody.invalid" },
])("surely not sent: $what", async ({ url }) => {
  const error = await trySending(url);
  expect(error).toBeInstanceOf(Error);
  expect(wasSurelyNotSent(error)).toBe(true);
});

test.each([
  { what: "it never says anything", nothing: "waits" },
  { what: "it hangs up at once", nothing: "cuts" },
  { what: "it is closed", nothing: "421 not now" },
  { what: "it hangs up on the first word", EHLO: "cuts" },
  { what: "it does not know us", AUTH: "535 who are you" },
  { what: "it hangs up on who we are", AUTH: "cuts" },
  { what: "it does not take mail from us now", MAIL: "451 later" },
  { what: "it does not take mail from us", MAIL: "550 no" },
  { what: "it hangs up on the sender", MAIL: "cuts" },
  { what: "it falls silent on the sender", MAIL: "waits" },
  { what: "it does not know whom it is for", RCPT: "550 no such person" },
  { what: "it has no room for them now", RCPT: "452 full" },
  { what: "it hangs up on whom it is for", RCPT: "cuts" },
  { what: "it does not want any data", DATA: "554 no" },
  { what: "it hangs up before the mail", DATA: "cuts" },
  { what: "it falls silent before the mail", DATA: "waits" },
  { what: "it does not take the mail now", mail: "451 try again" },
  { what: "it does not take the mail", mail: "554 looks like spam" },
] as const)("surely not sent: $what", async ({ what: _, ...unlike }) => {
  const post = await startScriptedPost(unlike);
  const error = await trySending(isQuick(post));
  expect(error).toBeInstanceOf(Error);
  expect(wasSurelyNotSent(error)).toBe(true);
});

test.each([
  { what: "it hangs up on the whole mail", mail: "cuts" },
  { what: "it falls silent on the whole mail", mail: "waits" },
] as const)("nobody knows: $what", async ({ what: _, ...unlike }) => {
  const post = await startScriptedPost(unlike);
  const error = await trySending(isQuick(post));
  expect(error).toBeInstanceOf(Error);
  expect(wasSurelyNotSent(error)).toBe(false);
  expect(post.mails).toHaveLength(1);
});

test("where there is no mail, nothing was sent", async () => {
  const mail = makeMail(readEnvironment({ HOST: "0.0.0.0" }), () => new Date());
  const error = await mail.send("ada@example.org", { kind: "way-in-added" }, "en").catch((reason) => reason);
  expect(wasSurelyNotSent(error)).toBe(true);
});

test("of an error from elsewhere, nothing is known", () => {
  for (const error of [new Error("elsewhere"), null, undefined, "550 no", { responseCode: 550 }])
    expect(wasSurelyNotSent(error)).toBe(false);
});
