import type { OwnSpace } from "#db/spaces";
import { otherName } from "../home/names.server";
import type { Couple } from "./couple";

/** The two people of a space, for whoever of them asked for it. */
export async function coupleOf(space: OwnSpace): Promise<Couple> {
  return {
    spaceId: space.id,
    seat: space.seat,
    name: space.name,
    other: await otherName(space),
    isThere: space.other !== null || space.otherLeft,
    hasLeft: space.otherLeft,
  };
}
