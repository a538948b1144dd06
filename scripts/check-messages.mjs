// Every language says all that the English does, with the same things put in: a missing sentence fails here, not on a page.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { problemsBetween, problemsWithin, sentencesOf, unusedNamespaces } from "./message-problems.mjs";

const FOLDER = "messages";
const USED_IN = ["app", "server", "i18n"];

process.chdir(path.resolve(import.meta.dirname, ".."));

const [first, ...others] = localesIn(readFileSync("wire/locales.ts", "utf8"));
const files = readdirSync(FOLDER).sort();
const english = messagesIn(first);

const problems = [
  ...files
    .filter((file) => ![first, ...others].some((locale) => file === `${locale}.json`))
    .map((file) => `${FOLDER}/${file}: wire/locales.ts has no such language.`),
  ...aboutFile(first, problemsWithin(first, english)),
  ...aboutFile(
    first,
    unusedNamespaces(english, USED_IN.flatMap(sourcesIn)).map((name) => `${name} is used by no page.`),
  ),
  ...others.flatMap(problemsOf),
];

for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`${sentencesOf(english).length} sentences, each in ${[first, ...others].join(", ")}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function problemsOf(locale) {
  if (!files.includes(`${locale}.json`)) return aboutFile(locale, ["there is no such file."]);
  const messages = messagesIn(locale);
  return aboutFile(locale, [...problemsWithin(locale, messages), ...problemsBetween(english, messages)]);
}

function aboutFile(locale, found) {
  return found.map((problem) => `${FOLDER}/${locale}.json: ${problem}`);
}

function messagesIn(locale) {
  return JSON.parse(readFileSync(path.join(FOLDER, `${locale}.json`), "utf8"));
}

function localesIn(source) {
  const list = source.match(/LOCALES = \[([^\]]+)\]/)?.[1] ?? "";
  return [...list.matchAll(/"([\w-]+)"/g)].map(([, locale]) => locale);
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
}
