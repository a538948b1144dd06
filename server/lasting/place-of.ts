import { type Agreed, termsOf } from "#conversation/keeping/agreed";
import type { Place } from "#conversation/keeping/decide-keeping";
import type { RecordedKeeping } from "#conversation/keeping/keepings";
import { registerOf } from "#conversation/keeping/register";
import type { LastingOne } from "./lasting-view";

/** What the rules know of a space: made of what one of the two may read of its agreements, and of all its keepings. */
export function placeOf(
  agreements: readonly LastingOne[],
  keepings: readonly RecordedKeeping[],
  hasBeenLeft: boolean,
): Place {
  const byId = new Map(agreements.map((one) => [one.id, agreedFrom(one)]));
  const ofAgreement = (id: string) => byId.get(id)?.of;
  return { agreements: byId, register: registerOf(keepings, ofAgreement), hasBeenLeft };
}

function agreedFrom({ id, sort, of, endedAt, wordings }: LastingOne): Agreed {
  const holds = wordings.at(-1);
  return {
    id,
    sort,
    of,
    version: holds?.version ?? 0,
    hasEnded: endedAt !== null,
    terms: holds?.words ? termsOf(holds.words) : null,
  };
}
