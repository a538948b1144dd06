import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Field, Guide } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Partner, Seat } from "#conversation/seats";
import type { TherapistProfile } from "./events";

/** `POST /api/conversations` */
export interface StartedAnswer {
  readonly conversationId: string;
  readonly seat: Partner;
  /** Null where nobody is to be invited: alone, or where the other partner is there already. */
  readonly invitation: { readonly url: string } | null;
}

/** `POST /api/invitations/<id>/look`: all that an invitation tells before it is taken. */
export interface LookAnswer {
  /** Null, like `minutes`, for an invitation to the space itself. */
  readonly guide: {
    readonly id: string;
    readonly title: string;
    readonly how: string;
    readonly purpose: string;
  } | null;
  readonly opener: string;
  /** Where it is a therapist who invites. */
  readonly therapist?: TherapistProfile;
  readonly topic?: string;
  readonly minutes: number | null;
  readonly seat: Seat;
  /** What the guide says to the newcomer about their part: "You listen first". */
  readonly role: string;
  readonly askFirst: boolean;
}

/** `POST /api/invitations/<id>/claim` */
export interface ClaimAnswer {
  /** Null for an invitation to the space itself. */
  readonly conversationId: string | null;
  readonly spaceId: string;
  readonly seat: Seat;
  readonly waiting: boolean;
  /** For a therapist, who has taken a couple on. */
  readonly engagementId?: string;
}

/** `POST /api/practice/spaces`: each link for one of the two. */
export interface PracticeSpaceAnswer {
  readonly engagementId: string;
  readonly invitations: Readonly<Record<Partner, { readonly url: string }>>;
}

/** `POST /api/spaces` */
export interface SpaceAnswer {
  readonly spaceId: string;
  readonly invitation: { readonly url: string };
}

/** `POST /api/invitations/<id>/renew`, `POST /api/spaces/<id>/invite` */
export interface RenewAnswer {
  readonly invitation: { readonly url: string };
}

/** `POST /api/takeout`, `GET /api/takeout`: everything of one person, on its way into an archive. */
export interface TakeoutAnswer {
  readonly id: string;
  /** The archive of one that is `ready` is at `/api/takeout/<id>/archive`, for an hour. */
  readonly state: "packing" | "ready" | "failed";
  /** Conversations packed so far, of `total`; both 0 until that is known. */
  readonly done: number;
  readonly total: number;
}

/** `GET /api/me` */
export interface MeAnswer {
  readonly name: string;
  /** No address, passkey or account elsewhere yet: this browser is the only way back in. */
  readonly guest: boolean;
  /** One's own; there is none for a guest, and for whoever signs in by passkey or elsewhere alone. */
  readonly address?: string;
  /** This browser was a guest's until it signed in, and has not yet said what is to become of what that guest began. */
  readonly wasGuest: boolean;
}

/** `POST /api/check-ins`, `POST /api/letters`: what it is called from now on. */
export interface KeptAnswer {
  readonly id: string;
}

/**
 * `POST /api/letters/<id>`. Where it was changed elsewhere meanwhile nothing of it was changed: it stands as it is told
 * here, and what was sent is still to be kept.
 */
export type LetterAnswer =
  | { readonly kept: true; readonly version: number }
  | { readonly kept: false; readonly title: string; readonly text: string };

/** `POST /api/engagements/<id>/notes/<note>`: as with letters. */
export type NoteAnswer = LetterAnswer;

/** `GET /api/engagements/<id>/quotable/<conversation>`: what a summary may quote of it, in its order. */
export interface QuotableAnswer {
  /** What it followed. */
  readonly title: string;
  readonly moves: readonly {
    readonly seq: number;
    readonly seat: Seat;
    /** ISO 8601. */
    readonly at: string;
    readonly words: Words;
    /** What was asked; none where somebody simply spoke. */
    readonly fields: readonly Field[];
  }[];
}

/** `POST /api/sign-in`, `POST /api/passkeys/sign-in` */
export interface SignedInAnswer {
  /** As in `MeAnswer`: then the next page is the one that asks. */
  readonly wasGuest: boolean;
}

/** `POST /api/spaces/<id>/keepings` */
export interface KeepingAnswer {
  readonly seq: number;
}

/** `POST /api/spaces/<id>/calendar`: told this once. Whoever has it can read the calendar. */
export interface CalendarAnswer {
  readonly url: string;
}

/** `POST /api/me/address` */
export interface AddressChangeAnswer {
  /** Whether a code went to the old address too: there is one. */
  readonly toBoth: boolean;
}

/**
 * `POST /api/passkeys/options`: what the browser hands to `navigator.credentials`, in WebAuthn's own JSON, and the id to
 * answer it with.
 */
export interface PasskeyOptionsAnswer<Options> {
  readonly id: string;
  readonly options: Options;
}
export type PasskeyAddOptions = PasskeyOptionsAnswer<PublicKeyCredentialCreationOptionsJSON>;
export type PasskeySignInOptions = PasskeyOptionsAnswer<PublicKeyCredentialRequestOptionsJSON>;

/** One line of `GET /api/guides` */
export type GuideLine = Pick<
  Guide,
  "id" | "version" | "area" | "title" | "purpose" | "asks" | "isNot" | "minutes" | "roles"
> & {
  /** For one person alone, always. */
  readonly solo: boolean;
  /** May be begun alone. */
  readonly alone: boolean;
};

/** `POST /api/practice/guides/<id>`: kept, or what stands there because it was changed elsewhere. */
export type DraftGuideAnswer =
  | { readonly kept: true; readonly changes: number }
  | { readonly kept: false; readonly changes: number; readonly guide: Guide };

/** `POST /api/practice/guides/<id>/version` */
export interface GuideVersionAnswer {
  readonly version: number;
}

/** The conversation that was begun for what a therapist asks. */
export interface BegunAnswer {
  readonly conversationId: string;
}
