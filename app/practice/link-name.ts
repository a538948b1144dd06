import type { Partner } from "#conversation/seats";

/** Under what this tab remembers the link that a therapist has made for one of two. */
export function linkName(engagementId: string, seat: Partner): string {
  return `${engagementId}:${seat}`;
}
