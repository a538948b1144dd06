import type { NewLink } from "#db/invitations";

/** The link to send. The secret is behind the `#`: browsers keep it to themselves (safety.md §4). */
export function linkOf(origin: string, { id, secret }: NewLink): string {
  return `${origin}/j/${id}#${secret}`;
}
