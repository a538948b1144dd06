import type { Adapter, AdapterUser } from "next-auth/adapters";
import { evenground } from "#server/evenground";

/**
 * next-auth over our own sign-ins: rows with hashed tokens, the same for guests and members. It reads, prolongs and
 * ends them; people and their first sign-in are made by the calls of docs/wire.md.
 */
export const signInAdapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const asking = await evenground().whoIsAsking(sessionToken);
    if (!asking) return null;
    const user: AdapterUser = { id: asking.personId, name: asking.name, email: "", emailVerified: null };
    return { session: { sessionToken, userId: asking.personId, expires: asking.expiresAt }, user };
  },
  // `whoIsAsking` prolongs a sign-in whenever it is used, for sockets and pages alike.
  updateSession: async () => null,
  async deleteSession(sessionToken) {
    await evenground().signOut(sessionToken);
  },
};
