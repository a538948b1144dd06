import type { Guide } from "#conversation/guide";
import type { Partner } from "#conversation/seats";
import type { SecretsPolicy, Sharing } from "#conversation/therapy/sharing";
import { type Looked, readAccesses } from "#db/access-log";
import { readNewestIn } from "#db/conversations";
import type { Db } from "#db/database";
import { type EngagementRow, readEngagementsIn } from "#db/engagements";
import { readSpace } from "#db/spaces";
import type { TherapistProfile } from "#wire/events";
import { spaceIdSchema } from "#wire/requests";
import type { LiveConversations } from "../live-conversations";
import { isAskedForSomething } from "./assigned";
import { sharedIn } from "./therapists";

/** A therapist, as one of the couple sees them. Nothing here says what the other has answered, or whether. */
export interface TherapistForPartner {
  readonly engagementId: string;
  readonly profile: TherapistProfile;
  /** Both have said yes, and both lists hold now. */
  readonly isShared: boolean;
  readonly endedAt: Date | null;
  /** One’s own list; null where one has not said yes. */
  readonly own: OwnConsent | null;
}

export interface OwnConsent {
  readonly sharing: Sharing;
  readonly givenAt: Date;
  /** It was given under another secrets policy: it counts for nothing until it is given anew (Y5). */
  readonly isOutdated: boolean;
}

/** A conversation that can be named in a list. */
export interface NameableConversation {
  readonly id: string;
  readonly guide: Guide;
  readonly createdAt: Date;
}

/** Something that a therapist looked at. */
export interface Look {
  readonly id: string;
  readonly by: string;
  readonly what: Looked;
  /** Of a conversation: what it followed. */
  readonly guide: Guide | null;
  readonly at: Date;
}

/** All that one of a couple decides about therapists. */
export interface TherapyForPartner {
  readonly seat: Partner;
  readonly otherLeft: boolean;
  readonly therapists: readonly TherapistForPartner[];
  /** The newest first. */
  readonly conversations: readonly NameableConversation[];
  /** The newest first. */
  readonly looks: readonly Look[];
}

interface Reader {
  readonly db: Db;
  readonly live: LiveConversations;
}

/** As many as a page shows. */
const MOST_CONVERSATIONS = 100;
const MOST_LOOKS = 50;

/** What a partner of this space is told; null for everybody else, as for an unknown one. */
export async function therapyForPartner(
  { db, live }: Reader,
  personId: string,
  spaceId: string,
): Promise<TherapyForPartner | null> {
  const space = spaceIdSchema.safeParse(spaceId).success ? await readSpace(db, personId, spaceId) : null;
  if (!space) return null;
  const [rows, newest] = await Promise.all([
    readEngagementsIn(db, [spaceId]),
    readNewestIn(db, [spaceId], MOST_CONVERSATIONS),
  ]);
  const known = rows.flatMap((row) => forPartner(row, space.seat));
  const [lives, accesses] = await Promise.all([
    live.loadMany(newest.map(({ id }) => id)),
    readAccesses(
      db,
      rows.map(({ id }) => id),
      MOST_LOOKS,
    ),
  ]);
  const guides = new Map(lives.map(({ id, guide }) => [id, guide]));
  const names = new Map(known.map(({ engagementId, profile }) => [engagementId, profile.name]));
  return {
    seat: space.seat,
    otherLeft: space.otherLeft,
    therapists: known,
    conversations: newest.flatMap(({ id, createdAt }) => {
      const guide = guides.get(id);
      return guide ? [{ id, guide, createdAt }] : [];
    }),
    looks: accesses.map(({ id, engagementId, what, about, at }) => ({
      id,
      by: names.get(engagementId) ?? "",
      what,
      guide: (about === null ? undefined : guides.get(about)) ?? null,
      at,
    })),
  };
}

/** What waits for a partner that has to do with therapists. */
export interface TherapyWaits {
  /** Whether there is a therapist whom they have not answered. */
  readonly toAnswer: boolean;
  /** Whether something is asked of them that they have said nothing of. */
  readonly asked: boolean;
}

/** For the page of a space: one query, two where there is a therapist. */
export async function therapyWaitsFor(db: Db, seat: Partner, spaceId: string): Promise<TherapyWaits> {
  const rows = await readEngagementsIn(db, [spaceId]);
  const therapists = rows.flatMap((row) => forPartner(row, seat));
  return {
    toAnswer: therapists.some(({ own, endedAt }) => own === null && endedAt === null),
    asked: await isAskedForSomething(db, rows, seat),
  };
}

/** None of a therapist who has erased everything of theirs. */
function forPartner(row: EngagementRow, seat: Partner): readonly TherapistForPartner[] {
  const { id, profile, endedAt, consents } = row;
  if (!profile) return [];
  const isShared = sharedIn(row) !== null;
  return [{ engagementId: id, profile, isShared, endedAt, own: ownConsent(consents[seat], profile.secrets) }];
}

function ownConsent(given: EngagementRow["consents"][Partner], secretsNow: SecretsPolicy): OwnConsent | null {
  if (!given) return null;
  const { sharing, givenAt, secrets } = given;
  return { sharing, givenAt, isOutdated: secrets !== secretsNow };
}
