import type { ZodError } from "zod";

/**
 * What was wrong with a request, for its sender: the places and kinds of mistake. What was sent is never said back,
 * and neither are names of keys that nobody asked for.
 */
export function issuesOf(error: ZodError): readonly string[] {
  return error.issues.slice(0, 8).map((issue) => {
    const place = issue.path.filter((part) => typeof part === "string" && KNOWN.has(part)).join(".");
    return `${place || "request"}: ${issue.code}`;
  });
}

/** Names of fields that are ours to say. A key inside `words` is the sender's and could be anything. */
const KNOWN: ReadonlySet<string> = new Set([
  "conversationId",
  "moveId",
  "move",
  "since",
  "slot",
  "words",
  "kind",
  "answers",
  "verdict",
  "family",
  "returnAt",
  "sort",
  "amends",
  "reviews",
  "outcome",
  "part",
  "guide",
  "topic",
  "name",
  "role",
  "askFirst",
  "alone",
  "after",
  "from",
  "stirred",
  "free",
  "goOn",
  "secret",
  "admit",
  "nameInSpaces",
  "locale",
  "timeZone",
  "theme",
  "textSize",
  "softTimers",
  "given",
  "bring",
  "code",
  "response",
  "purpose",
  "newCode",
  "oldCode",
  "keepingId",
  "keeping",
  "agreement",
  "version",
  "change",
  "day",
  "until",
  "kept",
  "sight",
  "spaceId",
  "address",
]);
