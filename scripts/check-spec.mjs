// Every rule of conversation/SPEC.md is cited by a test, and no test cites a rule that is not there.
// A test cites rules at the beginning of its title: test("[D4, G4] a check …"), test.each(…)("[D4] …").
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const SPEC = "conversation/SPEC.md";
const FOLDERS = ["conversation", "db", "server", "wire"];

process.chdir(path.resolve(import.meta.dirname, ".."));

const ids = idsOf(readFileSync(SPEC, "utf8"));
const files = FOLDERS.flatMap(testFilesIn);
const tests = files.flatMap(testsIn);
const cited = new Set(tests.flatMap((test) => test.cites));

const problems = [
  ...ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `${SPEC}: ${id} is there twice. Ids are never reused.`),
  ...ids
    .filter((id) => !cited.has(id))
    .map((id) => `${SPEC}: ${id} has no test. Write one whose title begins with [${id}].`),
  ...tests.flatMap(({ at, cites }) =>
    cites.filter((id) => !ids.includes(id)).map((id) => `${at}: cites ${id}, which is not in ${SPEC}.`),
  ),
  ...tests
    .filter(({ at, cites }) => at.startsWith("conversation/") && cites.length === 0)
    .map(({ at, title }) => `${at}: "${title}" does not begin with the id of the rule it shows.`),
  ...files.flatMap(leftOutIn).map((at) => `${at}: a test that is left out shows nothing.`),
];

if (ids.length === 0)
  problems.push(`${SPEC}: no ids found. They are in bold at the beginning of a line: "- **G1** …".`);
for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`${ids.length} rules, each cited by at least one of ${tests.length} tests`);
process.exitCode = problems.length === 0 ? 0 : 1;

function idsOf(spec) {
  return [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id);
}

function testFilesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => path.posix.join(entry.parentPath.split(path.sep).join("/"), entry.name))
    .sort();
}

/** Place, title and cited ids of each test in a file. A title follows `test(`, or the `)(` after `test.each(…`. */
function testsIn(file) {
  const code = codeOf(file);
  const titles = /(?:\b(?:test|it)\(|\)\()\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...code.matchAll(titles)].map(({ 2: title, index }) => ({
    at: placeOf(file, code, index),
    title,
    cites: citedIn(title),
  }));
}

function leftOutIn(file) {
  const code = codeOf(file);
  const leftOut = /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|todo|only)\b/g;
  return [...code.matchAll(leftOut)].map(({ index }) => placeOf(file, code, index));
}

/** The file with its comments emptied; they keep their lines, so that places stay right. */
function codeOf(file) {
  return readFileSync(file, "utf8").replace(/^[ \t]*(\/\/|\*|\/\*).*$/gm, "");
}

function placeOf(file, code, index) {
  return `${file}:${code.slice(0, index).split("\n").length}`;
}

function citedIn(title) {
  const brackets = title.match(/^(?:\[[^\]]*\]\s*)+/)?.[0] ?? "";
  return brackets.split(/[[\],\s]+/).filter((word) => word !== "");
}
