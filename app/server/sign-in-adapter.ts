import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { findByAccount, insertAccount } from "#db/accounts";
import { findByAddress } from "#db/addresses";
import { type CodeTried, tryMailedCode } from "#db/mailed-codes";
import type { Requester } from "#server/requester";
import { newMember } from "#server/sign-in/new-member";
import { type SignedIn, type SignInDesk, signInAs } from "#server/sign-in/sign-in-as";

/** One person signing in, once: who asks, and what came of it. */
export interface Attempt {
  readonly desk: SignInDesk;
  readonly requester: Requester;
  /** The hash of the secret that this browser holds; null where no code is tried. */
  readonly holderHash: Uint8Array | null;
  /** How the code fared; null while none was tried. */
  tried: CodeTried | null;
  signedIn: SignedIn | null;
}

/**
 * next-auth over our own people and sign-ins: rows with hashed tokens, the same for guests and members. It is never told
 * who is signed in already: signing in is signing in, and adds no way in to anybody.
 */
export function signInAdapter(attempt: Attempt): Adapter {
  const { desk, requester, holderHash } = attempt;
  const { db } = desk;
  const { now } = requester;
  return {
    // It insists that there is one. Codes are made in server/sign-in/ask-for-code.ts.
    createVerificationToken: async () => null,
    async useVerificationToken({ token }) {
      if (!holderHash) return null;
      const tokenHash = Buffer.from(token, "hex");
      attempt.tried = await tryMailedCode(db, { purpose: "sign-in", holderHash, tokenHash }, now);
      if (attempt.tried.kind !== "right") return null;
      // Whether it is in time was decided by the statement, and by the server's clock.
      return { identifier: attempt.tried.address, token, expires: new Date(Date.now() + 60_000) };
    },
    async getUserByEmail(address) {
      const id = await findByAddress(db, address);
      return id === null ? null : userOf(id, address);
    },
    async getUserByAccount(elsewhere) {
      const id = await findByAccount(db, elsewhere);
      return id === null ? null : userOf(id);
    },
    createUser: async (made: { email?: string | null }) =>
      userOf(await newMember(desk, requester, made.email ?? null)),
    updateUser: async ({ id }) => userOf(id),
    linkAccount: ({ provider, providerAccountId, userId }: AdapterAccount) =>
      insertAccount(db, { provider, providerAccountId }, userId, now),
    async createSession({ userId, expires }) {
      attempt.signedIn = await signInAs(desk, requester, userId);
      // `expires` is the cookie's; when the sign-in is over is said by its row.
      return { sessionToken: attempt.signedIn.signIn.token, userId, expires };
    },
  };
}

/** next-auth needs an id, and the address where somebody signs in with it. It is told nothing else about anybody. */
const userOf = (id: string, address = ""): AdapterUser => ({ id, email: address, emailVerified: null });
