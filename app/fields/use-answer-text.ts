import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { useDateWords } from "./use-date-words";

/** Says the answer to a question as people read it: of a choice its text, of a date its day in words. */
export function useAnswerText(): (field: Field, value: Words[string] | undefined) => string {
  const inWords = useDateWords();
  return (field, value) => {
    switch (field.kind) {
      case "choice":
        return field.options.find(({ id }) => id === value)?.text ?? "";
      case "date":
        return inWords(String(value));
      default:
        return String(value ?? "");
    }
  };
}
