import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Partner } from "#conversation/seats";
import { readConversation } from "#db/conversations";
import { insertPerson } from "#db/people";
import { person } from "#db/schema";
import { insertSignIn } from "#db/sign-ins";
import type { ConsentToTherapyRequest, ProfileRequest } from "#wire/requests";
import { claimSeat } from "../invitations";
import { consentToTherapy, withdrawFromTherapy } from "../therapy/consents";
import { keepProfile } from "../therapy/profile";
import { inviteTherapist } from "../therapy/take-on";
import { type Guest, linkIn, type Pair, type TestServer } from "./test-server";

export const PROFILE: ProfileRequest = {
  name: "Dr. Winter",
  practice: "Practice at the park",
  registration: "PT-4711",
  jurisdiction: "Berlin, Germany",
  languages: "German, English",
  secrets: "none",
};

/** All that can be shared, from the start. */
function everythingIn(...conversationIds: readonly string[]): ConsentToTherapyRequest {
  return {
    conversations: Object.fromEntries(conversationIds.map((id) => [id, "start" as const])),
    later: true,
    lasting: true,
    answers: true,
    checkIns: true,
    record: true,
    secrets: "none",
  };
}

/** Somebody with an address and a profile. */
export async function aTherapist(server: TestServer, profile: Partial<ProfileRequest> = {}): Promise<Guest> {
  const { db } = server.database;
  const personId = uuidv7();
  await insertPerson(db, personId, "Winter", server.clock.now());
  await db
    .update(person)
    .set({ address: `${randomUUID()}@example.org` })
    .where(eq(person.id, personId));
  const { token } = await insertSignIn(db, { personId, device: "" }, server.clock.now());
  const { therapy } = server.ground;
  const kept = await keepProfile(therapy, await server.requester({ token }), { ...PROFILE, ...profile });
  if (!kept.ok) throw new Error(`Not kept: ${JSON.stringify(kept)}`);
  return { token };
}

/** A couple and the therapist whom one of the two has invited. */
export interface Engaged {
  readonly pair: Pair;
  readonly spaceId: string;
  readonly engagementId: string;
  readonly t: Guest;
  /** Gives a partner’s consent: to everything from the start, with these changes. */
  consent(seat: Partner, changes?: Partial<ConsentToTherapyRequest>): Promise<void>;
  withdraw(seat: Partner): Promise<void>;
}

/** Nobody has consented to anything yet. */
export async function engaged(server: TestServer, pair: Pair, therapist?: Guest): Promise<Engaged> {
  const { desk, therapy } = server.ground;
  const t = therapist ?? (await aTherapist(server));
  const spaceId = (await readConversation(server.database.db, pair.id))?.spaceId ?? "";
  const invited = await inviteTherapist(therapy, await server.requester(pair.a), spaceId);
  if (!invited.ok) throw new Error(`Not invited: ${JSON.stringify(invited)}`);
  const { id, secret } = linkIn(invited.answer.invitation.url);
  const claimed = await claimSeat(desk, await server.requester(t), id, { secret });
  if (!claimed.ok || !claimed.answer.engagementId)
    throw new Error(`Not taken on: ${JSON.stringify(claimed)}`);
  const { engagementId } = claimed.answer;
  return {
    pair,
    spaceId,
    engagementId,
    t,
    async consent(seat, changes = {}) {
      const list = { ...everythingIn(pair.id), ...changes };
      const done = await consentToTherapy(therapy, await server.requester(pair[seat]), engagementId, list);
      if (!done.ok) throw new Error(`No consent: ${JSON.stringify(done)}`);
    },
    async withdraw(seat) {
      const done = await withdrawFromTherapy(therapy, await server.requester(pair[seat]), engagementId);
      if (!done.ok) throw new Error(`Not withdrawn: ${JSON.stringify(done)}`);
    },
  };
}

/** The same, with both partners' consent to everything. */
export async function engagedWithBoth(server: TestServer, pair: Pair): Promise<Engaged> {
  const made = await engaged(server, pair);
  for (const seat of ["a", "b"] as const) await made.consent(seat);
  return made;
}
