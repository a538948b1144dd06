import { type ParsedMail, simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "#wire/locales";
import { readEnvironment } from "./environment";
import { makeMail } from "./mail";
import { type Letter, writeLetter } from "./mail-letters";
import { CALENDAR, EVERY_LETTER, givenAwayBy, ONE_CLICK } from "./testing/test-letters";
import { startPost } from "./testing/test-post";

// Every letter as it comes in somebody's mailbox: through a real SMTP server, read by a parser of somebody else's.

const MESSAGE_ID = "<0192f0c4@mail.example>";

async function receive(letter: Letter, locale: Locale, from = "Post <post@mail.example>") {
  const post = await startPost();
  const mail = makeMail(readEnvironment({ SMTP_URL: post.url, MAIL_FROM: from }), () => new Date());
  await mail.send("ada@example.org", letter, locale, { messageId: MESSAGE_ID });
  const [received] = post.received;
  if (!received) throw new Error("Nothing has come.");
  return { ...received, parsed: await simpleParser(received.raw) };
}

const headOf = ({ headerLines }: ParsedMail, name: string) =>
  headerLines.filter(({ key }) => key === name).map(({ line }) => line.replace(/^[^:]+:\s*/, ""));

const cases = LOCALES.flatMap((locale) =>
  EVERY_LETTER.map((letter) => ({ locale, letter, kind: letter.kind })),
);

describe.each(cases)("$kind in $locale", ({ letter, locale }) => {
  test("comes as it was written, to one address, in plain ASCII", async () => {
    const { parsed, raw, from, to } = await receive(letter, locale);
    const { subject, text, html } = await writeLetter(letter, locale);
    expect(raw.every((byte) => byte < 128)).toBe(true);
    expect([from, to]).toEqual(["post@mail.example", ["ada@example.org"]]);
    expect(parsed.from?.text).toBe('"Post" <post@mail.example>');
    expect(parsed.to).toMatchObject({ text: "ada@example.org" });
    expect([parsed.cc, parsed.bcc, parsed.replyTo]).toEqual([undefined, undefined, undefined]);
    expect(parsed.subject).toBe(subject);
    expect(parsed.text).toBe(text);
    expect(parsed.html).toBe(html);
    expect(parsed.messageId).toBe(MESSAGE_ID);
    expect(headOf(parsed, "auto-submitted")).toEqual(["auto-generated"]);
  });

  test("has a head in which nothing stands but what a mail needs", async () => {
    const { parsed, head } = await receive(letter, locale);
    const stops = letter.kind === "notice" ? ["list-unsubscribe", "list-unsubscribe-post"] : [];
    expect(parsed.headerLines.map(({ key }) => key).sort()).toEqual(
      [
        ...["auto-submitted", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"],
        ...stops,
      ].sort(),
    );
    expect(givenAwayBy(head, locale)).toEqual([]);
    for (const line of head.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
  });

  test("has no files, but the one that was asked for", async () => {
    const { parsed } = await receive(letter, locale);
    const files = parsed.attachments.map(({ content }) => content.toString());
    // Once as a part that mail programs understand, once as a file to be kept.
    expect(files).toEqual(letter.kind === "meeting" ? [CALENDAR, CALENDAR] : []);
  });
});

test("a notice says where a mail program stops it with one click (RFC 8058), in one line", async () => {
  const [notice] = EVERY_LETTER.filter(({ kind }) => kind === "notice");
  if (!notice) throw new Error("There is none.");
  const { parsed, head } = await receive(notice, "en");
  expect(headOf(parsed, "list-unsubscribe")).toEqual([`<${ONE_CLICK}>`]);
  expect(headOf(parsed, "list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
  expect(head).toContain(`List-Unsubscribe: <${ONE_CLICK}>\r\n`);
});

test("the calendar's file has a neutral name and says what it is", async () => {
  const { parsed } = await receive({ kind: "meeting", calendar: CALENDAR }, "de");
  const [part, file] = parsed.attachments;
  expect(part).toMatchObject({ contentType: "text/calendar" });
  expect(part?.headers.get("content-type")).toMatchObject({ params: { method: "PUBLISH" } });
  expect(file).toMatchObject({ filename: "time.ics", contentDisposition: "attachment" });
});

test("a sender with a name in any letters is told in ASCII", async () => {
  const { parsed, head } = await receive({ kind: "way-in-added" }, "es", "Año Größe <post@mail.example>");
  expect(parsed.from?.value).toEqual([{ name: "Año Größe", address: "post@mail.example" }]);
  expect(head).toMatch(/^[\x20-\x7e\r\n\t]*$/);
});
