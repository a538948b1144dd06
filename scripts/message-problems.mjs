import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** Numbers that are said here; what a language needs only for millions, it does not need here. */
const COUNTED = Array.from({ length: 1_001 }, (_, number) => number);
/** Longer than this, and a sentence that reads as in English was forgotten rather than meant. */
const MOST_WORDS_ALIKE = 3;

/** All sentences of a messages file by their keys: `conversation.floor.you`. */
export function sentencesOf(messages, path = []) {
  return Object.entries(messages).flatMap(([name, inner]) =>
    typeof inner === "string" ? [[[...path, name].join("."), inner]] : sentencesOf(inner, [...path, name]),
  );
}

/** What is wrong with messages in themselves: what cannot be read, is empty, or has no form for some number. */
export function problemsWithin(locale, messages) {
  return sentencesOf(messages).flatMap(([key, sentence]) => {
    if (sentence.trim() === "") return [`${key} is empty.`];
    const { problem, plurals } = partsOf(sentence);
    if (problem) return [`${key} cannot be read: ${problem}.`];
    return plurals.flatMap((plural) =>
      formsMissing(locale, plural).map((form) => `${key} has no form "${form}" for {${plural.name}}.`),
    );
  });
}

/** What keeps a translation from saying all that the English says, with the same things put in at the same places. */
export function problemsBetween(english, translation) {
  const source = new Map(sentencesOf(english));
  const target = new Map(sentencesOf(translation));
  return [
    ...[...source.keys()].filter((key) => !target.has(key)).map((key) => `${key} is missing.`),
    ...[...target.keys()].filter((key) => !source.has(key)).map((key) => `${key} is not in the English.`),
    ...[...source].flatMap(([key, sentence]) =>
      target.has(key) ? differences(sentence, target.get(key)).map((what) => `${key} ${what}`) : [],
    ),
  ];
}

/** Namespaces that no source names. What stands in one that is named may be chosen while running: it is not judged. */
export function unusedNamespaces(messages, sources) {
  return Object.keys(messages).filter((name) => {
    const named = new RegExp(`["'\`.]${name}(?![\\w-])`);
    return !sources.some((source) => named.test(source));
  });
}

function differences(sentence, translated) {
  const [from, to] = [partsOf(sentence), partsOf(translated)];
  if (from.problem || to.problem) return []; // said once already
  return [
    ...unlike("puts in", from.put, to.put),
    ...unlike("has the tags", from.tags, to.tags),
    ...unlike("chooses between", from.cases, to.cases),
    ...(translated === sentence && wordsIn(sentence) > MOST_WORDS_ALIKE ? ["is still in English."] : []),
  ];
}

function unlike(what, from, to) {
  const [wanted, found] = [from, to].map((names) => [...names].sort().join(", ") || "nothing");
  return wanted === found ? [] : [`${what} ${found}; in English ${wanted}.`];
}

/** What a sentence is made of: the names put in, the tags, the cases of each choice, and the plurals with their forms. */
function partsOf(sentence) {
  const parts = { problem: null, put: new Set(), tags: new Set(), cases: new Set(), plurals: [] };
  try {
    gather(parse(sentence), parts);
  } catch (error) {
    parts.problem = error.message;
  }
  return parts;
}

function gather(elements, parts) {
  for (const { type, value, options, pluralType, children } of elements) {
    if (type === TYPE.literal || type === TYPE.pound) continue;
    (type === TYPE.tag ? parts.tags : parts.put).add(value);
    const forms = Object.keys(options ?? {});
    if (type === TYPE.select) parts.cases.add(`${value}: ${forms.sort().join("/")}`);
    if (type === TYPE.plural) parts.plurals.push({ name: value, type: pluralType, forms });
    for (const inner of [children ?? [], ...Object.values(options ?? {}).map((option) => option.value)])
      gather(inner, parts);
  }
}

function formsMissing(locale, { type, forms }) {
  const rules = new Intl.PluralRules(locale, { type });
  const needed = COUNTED.filter((number) => !forms.includes(`=${number}`)).map((number) =>
    rules.select(number),
  );
  return [...new Set(needed)].filter((form) => !forms.includes(form));
}

function wordsIn(sentence) {
  return sentence.match(/\p{Letter}+/gu)?.length ?? 0;
}
