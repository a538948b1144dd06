import type { Partner } from "#conversation/seats";

/** From where somebody takes part in a conversation. */
export type Place = { readonly seat: Partner } | { readonly seat: "t"; readonly engagementId: string };
