/**
 * English as it would look in a language that is written from right to left and says things at greater length. For
 * journeys over every page, with PSEUDO_LOCALE=on. Nothing is generated or stored: words are turned where they are read.
 */

/** Letters up to the closing mark run from right to left, whatever they are. */
const [RIGHT_TO_LEFT, CLOSED] = ["\u202e", "\u202c"];

/** Every word a third longer and from right to left; numbers stay as they are. */
export function inPseudo(text: string): string {
  return text.replace(/\S*\p{Letter}\S*/gu, (word) => RIGHT_TO_LEFT + longer(word) + CLOSED);
}

function longer(word: string): string {
  let letters = 0;
  return word.replace(/\p{Letter}/gu, (letter) => {
    letters += 1;
    return letters % 3 === 2 ? letter + letter : letter;
  });
}

/**
 * All messages in pseudo words, as the build has prepared them (icu-minify): a message is a sentence, or a list of
 * parts. A part is a text, `0` for the number of a plural, `[name]` for an argument, `[name, kind, …]` for one with a
 * kind, or `[tag, …parts]`. What is put in, and what stands in which tag, stays.
 */
export function messagesInPseudo<Messages extends object>(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([name, inner]) => [
      name,
      isGroup(inner) ? messagesInPseudo(inner) : message(inner),
    ]),
  ) as Messages;
}

/** The kinds with a message for each case: select, plural and ordinal. */
const WITH_CASES = new Set<unknown>([1, 2, 3]);
/** The kinds that are formatted: number, date and time. */
const FORMATTED = new Set<unknown>([4, 5, 6]);

function message(prepared: unknown): unknown {
  return Array.isArray(prepared) ? prepared.map(part) : part(prepared);
}

function part(prepared: unknown): unknown {
  if (typeof prepared === "string") return inPseudo(prepared);
  if (!Array.isArray(prepared)) return prepared;
  const [name, kind, cases] = prepared;
  if (prepared.length === 1 || FORMATTED.has(kind)) return prepared;
  if (WITH_CASES.has(kind)) return [name, kind, messagesInPseudo(cases)];
  return [name, ...prepared.slice(1).map(part)];
}

function isGroup(inner: unknown): inner is object {
  return typeof inner === "object" && inner !== null && !Array.isArray(inner);
}
