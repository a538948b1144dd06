import { type Agreed, termsOf } from "#conversation/keeping/agreed";
import type { Place } from "#conversation/keeping/decide-keeping";
import type { RecordedKeeping } from "#conversation/keeping/keepings";
import { EMPTY_REGISTER, evolveRegister } from "#conversation/keeping/register";
import type { LastingOne } from "./lasting-view";

/** What the rules know of a space: made of what one of the two may read of its agreements, and of all its keepings. */
export function placeOf(
  agreements: readonly LastingOne[],
  keepings: readonly RecordedKeeping[],
  hasBeenLeft: boolean,
): Place {
  const byId = new Map(agreements.map((one) => [one.id, agreedFrom(one)]));
  const ofAgreement = (id: string) => byId.get(id)?.of;
  const register = keepings.reduce(
    (before, keeping) => evolveRegister(before, keeping, ofAgreement),
    EMPTY_REGISTER,
  );
  return { agreements: byId, register, hasBeenLeft };
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
