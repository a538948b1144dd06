/** Every sentence of a guide by its place: `steps.talk.fields.what.label`. */
export type GuideTexts = Readonly<Record<string, string>>;

/** The properties of a guide that people read. All others are names that the rules know. */
const READ: ReadonlySet<string> = new Set([
  "title",
  "purpose",
  "asks",
  "isNot",
  "how",
  "why",
  "mine",
  "yours",
  "intro",
  "lines",
  "button",
  "label",
  "hint",
  "low",
  "high",
  "text",
]);

/** All that a guide, or a part of one, says; in the order in which it says it (K7). */
export function textsOf(guide: object): GuideTexts {
  const found: Record<string, string> = {};
  walk(guide, [], false, (place, text) => {
    found[place] = text;
    return text;
  });
  return found;
}

/** The same guide in other words (K7): nothing that the rules know is changed. What `texts` lacks stays as it was. */
export function inWords<Part extends object>(guide: Part, texts: GuideTexts): Part {
  return walk(guide, [], false, (place, text) => texts[place] ?? text) as Part;
}

type Say = (place: string, text: string) => string;

function walk(value: unknown, path: readonly string[], isRead: boolean, say: Say): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => walk(item, [...path, nameOf(item) ?? String(index)], isRead, say));
  if (typeof value === "string") return isRead ? say(path.join("."), value) : value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, walk(inner, [...path, name], READ.has(name), say)]),
  );
}

/** Roles, steps, fields and options have names of their own; a place keeps when their order changes. */
function nameOf(item: unknown): string | undefined {
  const id = item && typeof item === "object" && "id" in item ? item.id : undefined;
  return typeof id === "string" ? id : undefined;
}
