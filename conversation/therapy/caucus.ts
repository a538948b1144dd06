import type { Partner } from "../seats";
import { type State, statusOf } from "../state";

/** Who speaks or reads in a caucus: the partner, or a therapist by their engagement. */
export type InCaucus = { readonly seat: Partner } | { readonly seat: "t"; readonly engagementId: string };

/** Between whom something was said apart. */
export interface SaidApart {
  readonly with: Partner;
  readonly engagementId: string;
}

/** H9, H10: the two whose caucus it is, while it lasts. Gives between whom it is said; null for everybody else. */
export function maySayApart(state: State, who: InCaucus): SaidApart | null {
  const { caucus } = state;
  if (statusOf(state) !== "held" || !caucus || caucus.by === undefined) return null;
  const said = { with: caucus.with, engagementId: caucus.by };
  return readsApart(said, who) ? said : null;
}

/** H9: the two, and nobody else. */
export function readsApart(said: SaidApart, who: InCaucus): boolean {
  return who.seat === "t" ? who.engagementId === said.engagementId : who.seat === said.with;
}
