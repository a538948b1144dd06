import { conversationIdSchema } from "#wire/requests";

/** The id that a part of an address is; undefined for anything else, as if it were not there. */
export function idIn(part: string | readonly string[] | undefined): string | undefined {
  const parsed = conversationIdSchema.safeParse(part);
  return parsed.success ? parsed.data : undefined;
}
