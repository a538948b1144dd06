import type { Field } from "#conversation/guide";
import { parseRepeat } from "#conversation/keeping/repeat";
import { parseTimeOfDay } from "#conversation/keeping/time-of-day";
import type { Words } from "#conversation/moves";
import { useDateWords } from "./use-date-words";
import { useRepeatWords } from "./use-repeat-words";

/** Says the answer to a question as people read it: of a choice its text, of a date its day in words. */
export function useAnswerText(): (field: Field, value: Words[string] | undefined) => string {
  const inWords = useDateWords();
  const howOften = useRepeatWords();
  return (field, value) => {
    switch (field.kind) {
      case "choice":
        return field.options.find(({ id }) => id === value)?.text ?? "";
      case "date":
        return inWords(String(value));
      case "time":
        return parseTimeOfDay(String(value))?.time ?? "";
      case "repeat": {
        const repeat = parseRepeat(String(value));
        return typeof repeat === "string" ? "" : howOften(repeat);
      }
      default:
        return String(value ?? "");
    }
  };
}
