import type { Partner, Seat } from "#conversation/seats";
import { readOwnConversations } from "#db/conversations";
import type { Db } from "#db/database";
import { countOfGuest } from "#db/guests";
import type { KeyRing } from "#db/key-ring";
import { hasOpenCode } from "#db/mailed-codes";
import { type Asking, deleteSignIn, hashToken, noteUse, readSignIn } from "#db/sign-ins";
import { type OwnSpace, readSpaces } from "#db/spaces";
import type { Opened } from "#wire/events";
import type { Announcer } from "./announcer";
import type { PlanCalendars } from "./calendar-feed";
import { type OwnCheckIn, ownCheckIns } from "./check-ins/read-check-ins";
import { type SharedAnswer, sharedAnswers } from "./check-ins/shared-answers";
import { type Couple, readCouple } from "./couple";
import type { Environment } from "./environment";
import { type InvitationDesk, type Standing, standingAt } from "./invitations";
import type { LastingView } from "./lasting/lasting-view";
import type { NoteOpened } from "./lasting/note-opened";
import { readLasting } from "./lasting/read-lasting";
import type { TakeKeeping } from "./lasting/take-keeping";
import type { LeavingDesk } from "./leave-space";
import { type OwnLetter, ownLetter, ownLetters } from "./letters/read-letters";
import type { LiveConversations } from "./live-conversations";
import type { ReadingLocale } from "./locale-of";
import type { Log } from "./log";
import type { Mail } from "./mail";
import type { MeetingFiles } from "./meeting-files";
import type { Metrics } from "./metrics";
import { withdrawInConversation, withdrawInSpace } from "./notices/withdraw-notices";
import { openConversation } from "./open-conversation";
import type { Origins } from "./origins";
import { invitationsOf } from "./own-invitations";
import type { Papers } from "./paper/papers";
import type { PushDesk } from "./push/subscriptions";
import type { SettingsDesk } from "./settings";
import { hashOfHolder } from "./sign-in/holder";
import type { SignInDesk } from "./sign-in/sign-in-as";
import type { Provider } from "./sign-in/ways-in";
import {
  conversationsAlone,
  conversationsIn,
  type OutlinePage,
  type SpaceOverview,
  type SpaceReader,
  spaceOverview,
} from "./space-overview";
import type { ConversationStarter } from "./start-conversation";
import type { TakeoutDesk } from "./takeout/takeout-desk";
import { guidesToAsk } from "./therapy/asked-guides";
import { type AssignmentsOf, assignedTo, assignmentsOf } from "./therapy/assigned";
import { type Case, caseload } from "./therapy/caseload";
import { type EndedWork, endedWorks } from "./therapy/ended-works";
import { type NotesOfWork, notesOfWork, type OwnNote, ownNote } from "./therapy/notes/read-notes";
import { type OneEngagement, oneEngagement, ownEngagement } from "./therapy/one-engagement";
import { ownGuideOf, ownGuidesOf } from "./therapy/own-guides";
import { profileOf } from "./therapy/profile";
import { provePlace } from "./therapy/prove-place";
import {
  type TherapyForPartner,
  type TherapyWaits,
  therapyForPartner,
  therapyWaitsFor,
} from "./therapy/read-for-partner";
import type { TherapyPapers } from "./therapy/record/therapy-papers";
import { mayMakeRecord } from "./therapy/record/work-record";
import {
  type SummariesOfWork,
  type SummaryForPartner,
  summariesForPartner,
  summariesOfWork,
} from "./therapy/summaries/read-summaries";
import type { TherapyDesk } from "./therapy/tell-of-consents";
import { ownWhereabouts } from "./therapy/whereabouts";

/**
 * What pages and HTTP handlers may use of the running process. Next bundles them apart from the server, so the two
 * meet in one place on `globalThis`; nothing is ever opened by importing it.
 */
export interface Evenground {
  readonly version: string;
  readonly environment: Environment;
  readonly origins: Origins;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly desk: TakeoutDesk & InvitationDesk & ConversationStarter;
  readonly settings: SettingsDesk;
  readonly leaving: LeavingDesk;
  /** Brings a therapist and a couple together, and apart. */
  readonly therapy: TherapyDesk;
  readonly signing: SignInDesk;
  readonly waysIn: readonly Provider[];
  readonly mail: Mail;
  readonly meetingFiles: MeetingFiles;
  readonly papers: Papers;
  readonly therapyPapers: TherapyPapers;
  readonly planCalendars: PlanCalendars;
  readonly pushing: PushDesk;
  /** The one way anything is written about what lasts between two people. */
  readonly takeKeeping: TakeKeeping;
  /** Remembers that one has opened a letter or an appreciation of the other's. Nobody is told. */
  readonly noteOpened: NoteOpened;
  /** For next-auth's own cookies (its CSRF token); sign-ins are rows and need none. */
  readonly authSecret: string;
  /** Whether the process is about to end. */
  isStopping(): boolean;
  /** Answers, or throws when the database does not. */
  pingDatabase(): Promise<void>;
  now(): Date;
  whoIsAsking(token: string): Promise<Asking | null>;
  signOut(token: string): Promise<void>;
  open(asking: Asking, conversationId: string, locale: ReadingLocale): Promise<Opened | null>;
  /** With whom this person goes on after a conversation; null for a stranger, and after what was done alone. */
  couple(asking: Asking, conversationId: string): Promise<Couple | null>;
  standing(asking: Asking, invitationId: string): Promise<Standing>;
  /** The invitations to the other's seat in a space; none for a stranger. */
  invitationsOf(asking: Asking, spaceId: string): ReturnType<typeof invitationsOf>;
  ownConversations(asking: Asking): ReturnType<typeof readOwnConversations>;
  /** Whether the browser with this secret has asked for a code that still works. */
  isCodeWaiting(holder: string): Promise<boolean>;
  /** What the guest has begun whose browser this was until it signed in; null where there is nothing to ask about. */
  guestBefore(asking: Asking): Promise<{ readonly conversations: number } | null>;
  /** The spaces that this person shares, the one used last first. */
  spaces(asking: Asking): Promise<readonly OwnSpace[]>;
  /** All that the page of a space shows; null for a stranger. */
  spaceOverview(asking: Asking, spaceId: string): Promise<SpaceOverview | null>;
  /** All that lasts between the two in a space; null for a stranger, and for a space of one's own. */
  lasting(asking: Asking, spaceId: string): Promise<LastingView | null>;
  /** All check-ins of this person, the oldest first. */
  ownCheckIns(asking: Asking): Promise<readonly OwnCheckIn[]>;
  /** What partners share with this person now. */
  sharedAnswers(asking: Asking): Promise<readonly SharedAnswer[]>;
  /** All letters of this person, the one changed last first. */
  ownLetters(asking: Asking): Promise<readonly OwnLetter[]>;
  /** One of them; null for somebody else's. */
  ownLetter(asking: Asking, letterId: string): Promise<OwnLetter | null>;
  /** A page of the conversations of a space, those older than `before`; null for a stranger. */
  conversationsIn(asking: Asking, spaceId: string, before?: string): ReturnType<typeof conversationsIn>;
  /** A page of what this person has gone through alone. */
  conversationsAlone(asking: Asking, before?: string): Promise<OutlinePage>;
  /** What this person says about themselves as a therapist; null for everybody else. */
  therapistProfile(asking: Asking): ReturnType<typeof profileOf>;
  /** The couples with whom this therapist works now, as far as they may be seen. */
  caseload(asking: Asking): Promise<readonly Case[]>;
  /** What one of a couple decides about therapists; null for everybody else. */
  therapyFor(asking: Asking, spaceId: string): Promise<TherapyForPartner | null>;
  /** What waits for this partner that has to do with therapists. */
  therapyWaits(seat: Partner, spaceId: string): Promise<TherapyWaits>;
  /** What therapists ask of one of a couple between two meetings; null for everybody else. */
  assignedTo(asking: Asking, spaceId: string): ReturnType<typeof assignedTo>;
  /** What this therapist asks of a couple; null likewise. */
  assignmentsOf(asking: Asking, engagementId: string): Promise<AssignmentsOf | null>;
  /** What one of a couple has given their therapists before a meeting; null for everybody else. */
  ownWhereabouts(asking: Asking, spaceId: string): ReturnType<typeof ownWhereabouts>;
  /** The guides that this therapist writes. */
  ownGuides(asking: Asking): ReturnType<typeof ownGuidesOf>;
  /** One of them; null for everybody else. */
  ownGuide(asking: Asking, guideId: string): ReturnType<typeof ownGuideOf>;
  /** What this therapist can ask for. */
  guidesToAsk(asking: Asking): ReturnType<typeof guidesToAsk>;
  /** Whether this therapist works with them, and until when; null likewise. Nothing of the couple is read for it. */
  workWith(asking: Asking, engagementId: string): Promise<{ readonly endedAt: Date | null } | null>;
  /** Couples with whom the work of this therapist has ended, as long as what they wrote is kept. */
  endedWorks(asking: Asking): Promise<readonly EndedWork[]>;
  /** What this therapist has written down for themselves about a couple, as long as it is kept; null likewise. */
  notesOfWork(asking: Asking, engagementId: string): Promise<NotesOfWork | null>;
  /** One of these notes; null likewise. */
  ownNote(asking: Asking, engagementId: string, noteId: string): Promise<OwnNote | null>;
  /** What this therapist has shared with a couple, and what they can quote from; null likewise. */
  summariesOfWork(asking: Asking, engagementId: string): Promise<SummariesOfWork | null>;
  /** What therapists have shared with the two, for one of them; null for everybody else. */
  summariesFor(asking: Asking, spaceId: string): Promise<readonly SummaryForPartner[] | null>;
  /** Whether both let this therapist make a record. */
  mayMakeRecord(asking: Asking, engagementId: string): Promise<boolean>;
  /** One of them, an ended one too; null for somebody else's. */
  engagement(asking: Asking, engagementId: string): Promise<OneEngagement | null>;
}

const PLACE = Symbol.for("evenground");
type Holder = typeof globalThis & { [PLACE]?: Evenground };

export function setEvenground(ground: Evenground): void {
  (globalThis as Holder)[PLACE] = ground;
}

/** The running process. Throws where there is none: pages are only ever served by server/main.ts. */
export function evenground(): Evenground {
  const ground = (globalThis as Holder)[PLACE];
  if (!ground) throw new Error("Nothing is running here: start through `npm start` or `npm run dev`.");
  return ground;
}

export interface Readings {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly live: LiveConversations;
  readonly announcer: Announcer;
  readonly log: Log;
  here(conversationId: string): Promise<readonly Seat[]>;
  openNow: SpaceReader["openNow"];
  now(): Date;
}

/** The readings that pages need, over the process's own database and sockets. */
export function readingsOf({ db, ring, live, announcer, log, here, openNow, now }: Readings) {
  const reader: SpaceReader = { db, live, openNow };
  return {
    async whoIsAsking(token: string) {
      const asking = await readSignIn(db, token, now());
      if (asking) await noteUse(db, asking, now());
      return asking;
    },
    async signOut(token: string) {
      const signInId = await deleteSignIn(db, hashToken(token));
      if (signInId) announcer.signedOut(signInId);
    },
    async open(asking: Asking, conversationId: string, locale: ReadingLocale) {
      const place = await provePlace(db, conversationId, asking.tokenHash, now());
      const { signInId } = asking;
      if (!place) return null;
      const [opened] = await Promise.all([
        openConversation({ db, live, here }, { place, signInId, locale }, { conversationId }, now()),
        withdrawInConversation({ db, live, log }, asking.personId, conversationId, now()),
      ]);
      return opened;
    },
    couple: (asking: Asking, conversationId: string) =>
      readCouple({ db, live }, asking.personId, conversationId),
    standing: (asking: Asking, invitationId: string) => standingAt(db, asking.personId, invitationId),
    invitationsOf: (asking: Asking, spaceId: string) => invitationsOf(db, asking.personId, spaceId, now()),
    ownConversations: (asking: Asking) => readOwnConversations(db, asking.personId, 20),
    isCodeWaiting: (holder: string) =>
      hasOpenCode(db, { purpose: "sign-in", holderHash: hashOfHolder(holder) }, now()),
    async guestBefore({ wasGuest }: Asking) {
      const conversations = wasGuest === null ? null : await countOfGuest(db, wasGuest);
      return conversations === null ? null : { conversations };
    },
    spaces: (asking: Asking) => readSpaces(db, asking.personId),
    async spaceOverview({ personId, preferences: { timeZone } }: Asking, id: string) {
      const overview = await spaceOverview(reader, personId, id, now());
      if (overview) await withdrawInSpace({ db, log }, { personId, timeZone }, overview, now());
      return overview;
    },
    lasting: (asking: Asking, id: string) => readLasting({ db, ring }, asking, id, now()),
    ownCheckIns: ({ personId }: Asking) => ownCheckIns({ db, ring }, personId),
    sharedAnswers: ({ personId }: Asking) => sharedAnswers({ db, ring }, personId),
    ownLetters: ({ personId }: Asking) => ownLetters({ db, ring }, personId),
    ownLetter: ({ personId }: Asking, id: string) => ownLetter({ db, ring }, personId, id),
    conversationsIn: (asking: Asking, id: string, before?: string) =>
      conversationsIn(reader, asking.personId, id, before),
    conversationsAlone: (asking: Asking, before?: string) =>
      conversationsAlone(reader, asking.personId, before),
    therapistProfile: async (asking: Asking) => (asking.isGuest ? null : profileOf(db, asking.personId)),
    therapyFor: ({ personId }: Asking, id: string) => therapyForPartner({ db, live }, personId, id),
    therapyWaits: (seat: Partner, id: string) => therapyWaitsFor(db, seat, id),
    assignedTo: ({ personId }: Asking, id: string) => assignedTo({ db, ring }, personId, id),
    assignmentsOf: (asking: Asking, id: string) => assignmentsOf({ db, ring }, asking, id),
    ownWhereabouts: ({ personId }: Asking, id: string) => ownWhereabouts({ db, ring }, personId, id, now()),
    ownGuides: ({ personId }: Asking) => ownGuidesOf(db, personId),
    ownGuide: ({ personId }: Asking, id: string) => ownGuideOf(db, personId, id),
    guidesToAsk: ({ personId }: Asking) => guidesToAsk(db, personId),
    caseload: (asking: Asking) => caseload({ db, ring, live }, asking, now()),
    workWith: (asking: Asking, id: string) => ownEngagement({ db }, asking, id),
    endedWorks: (asking: Asking) => endedWorks(db, asking, now()),
    notesOfWork: (asking: Asking, id: string) => notesOfWork({ db, ring }, asking, id, now()),
    ownNote: (asking: Asking, id: string, noteId: string) => ownNote({ db, ring }, asking, id, noteId, now()),
    summariesOfWork: (asking: Asking, id: string) => summariesOfWork({ db, ring, live }, asking, id, now()),
    summariesFor: ({ personId }: Asking, id: string) => summariesForPartner({ db, ring, live }, personId, id),
    mayMakeRecord: async (asking: Asking, id: string) => (await mayMakeRecord({ db }, asking, id)) !== null,
    engagement: (asking: Asking, id: string) => oneEngagement({ db, ring, live }, asking, id, now()),
  };
}
