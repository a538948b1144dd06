import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { expect, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { guideFor } from "./guide-for";
import { inPseudo, messagesInPseudo } from "./pseudo-words";

const FORMATTERS = {
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

/** What is read of a message, with the marks of direction taken out. */
function read(message: string, values: Parameters<typeof format>[2]): unknown {
  const { group } = messagesInPseudo({ group: { it: compile(message) } });
  const said = format(group.it, "ar-XB", values, { formatters: FORMATTERS });
  return typeof said === "string" ? said.replace(/[\u202c\u202e]/g, "") : said;
}

test("words are a third longer and run from right to left, and the spaces between them stay", () => {
  expect(inPseudo(" Pass the floor ")).toBe(" \u202ePaass\u202c \u202ethhe\u202c \u202eflloorr\u202c ");
  expect(inPseudo("")).toBe("");
  expect(inPseudo("20 …")).toBe("20 …");
});

test.each([
  ["{name}, you", { name: "Mara" }, "Mara, yoou"],
  ["{n, plural, =0 {none} one {one stone} other {# stones}}", { n: 0 }, "noone"],
  ["{n, plural, one {one} other {# of {all, number}}}", { n: 3, all: 5 }, "3 off 5"],
  ["{side, select, a {left} other {right}}", { side: "a" }, "leeft"],
  ["{n, plural, other {#}}", { n: 3 }, "3"],
])("of %j what is put in stays", (message, values, said) => {
  expect(read(message, values)).toBe(said);
});

test("a tag keeps its name and holds the words it held", () => {
  const link = (parts: unknown[]) => `<${parts.join("")}>`;
  expect(read("Read <link>this, {name}</link>.", { name: "Jon", link })).toBe("Reead <thhis, Jon>.");
  expect(read("{n, plural, other {<link>#</link>}}", { n: 3, link })).toBe("<3>");
});

test("every guide is the same to the rules, and reads otherwise", () => {
  for (const guide of GUIDES) {
    const turned = guideFor(guide, "ar-XB");
    expect(turned.title).toBe(inPseudo(guide.title));
    expect(turned.steps.map(({ id, kind }) => [id, kind])).toEqual(
      guide.steps.map(({ id, kind }) => [id, kind]),
    );
    expect(guideFor(guide, "en")).toBe(guide);
  }
});
