import type { OwnSpace } from "#db/spaces";
import type { Reader } from "./send-letter";

/** To whom a letter could be sent: whoever is there, and has not left. */
export function readersIn(spaces: readonly OwnSpace[]): readonly Reader[] {
  return spaces.flatMap(({ id, other, otherLeft }) =>
    other === null || otherLeft ? [] : [{ space: id, name: other }],
  );
}
