import { expect, test } from "vitest";
import { problemsBetween, problemsWithin, unusedNamespaces } from "./message-problems.mjs";

const between = (english, translation) => problemsBetween({ it: english }, { it: translation });
const within = (locale, sentence) => problemsWithin(locale, { it: sentence });

test("a sentence that is missing, and one that is too many", () => {
  const english = { floor: { you: "You have the floor.", other: "{name} speaks." } };
  expect(problemsBetween(english, { floor: { you: "Du bist dran." } })).toEqual(["floor.other is missing."]);
  expect(problemsBetween({}, english)).toEqual([
    "floor.you is not in the English.",
    "floor.other is not in the English.",
  ]);
});

test.each([
  ["{name} speaks.", "{Name} spricht.", "it puts in Name; in English name."],
  ["{name} speaks.", "Jemand spricht.", "it puts in nothing; in English name."],
  ["Read <a>this</a>.", "Lies dies.", "it has the tags nothing; in English a."],
  [
    "{seat, select, a {left} other {right}}",
    "{seat, select, b {links} other {rechts}}",
    "it chooses between seat: b/other; in English seat: a/other.",
  ],
  ["Nothing is lost here.", "Nothing is lost here.", "it is still in English."],
])("of %j: %j", (english, translation, problem) => {
  expect(between(english, translation)).toEqual([problem]);
});

test("names, other orders and other forms of number are no problem", () => {
  expect(between("Evenground", "Evenground")).toEqual([]);
  expect(between("{a} asks <b>{c}</b>", "<b>{c}</b> wird von {a} gefragt")).toEqual([]);
  expect(between("{n, plural, =0 {none} one {#} other {#}}", "{n, plural, one {#} other {#}}")).toEqual([]);
});

test("every number has its form in that language", () => {
  expect(within("de", "{n, plural, other {# Steine}}")).toEqual(['it has no form "one" for {n}.']);
  expect(within("de", "{n, plural, =1 {ein Stein} other {# Steine}}")).toEqual([]);
  expect(within("es", "{n, plural, one {# piedra} other {# piedras}}")).toEqual([]);
  expect(within("pl", "{n, plural, one {#} other {#}}")).toEqual([
    'it has no form "many" for {n}.',
    'it has no form "few" for {n}.',
  ]);
  expect(within("en", "The {n, selectordinal, one {#st} other {#th}} time")).toHaveLength(2);
});

test("what is empty or cannot be read is said once", () => {
  expect(within("de", " ")).toEqual(["it is empty."]);
  expect(within("de", "{name spricht")).toEqual([expect.stringMatching(/^it cannot be read: /)]);
  expect(between("{name} speaks.", "{name spricht")).toEqual([]);
});

test("a namespace is unused where no source names it", () => {
  const messages = { first: {}, "first-page": {}, join: {} };
  expect(unusedNamespaces(messages, ['getTranslations("first")', "t = messages.join.title"])).toEqual([
    "first-page",
  ]);
});
