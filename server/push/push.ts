import type { Agent } from "node:https";
import type { Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import { readLocale } from "#db/people";
import { dropSubscription, readSubscriptions } from "#db/push-subscriptions";
import { LOCALES } from "#wire/locales";
import type { Environment } from "../environment";
import type { Log } from "../log";
import { textsIn } from "../texts";
import { readPushKey } from "./push-key";
import { pushEndpoint, pushHostsIn } from "./push-services";
import { type PushOutcome, sendPush } from "./send-push";

/** Tells people by their browsers that something waits. It never says what, nor from whom. */
export interface Push {
  /** What a browser needs to say yes, in base64url. */
  publicKey(): Promise<string>;
  /**
   * Tells a person on every browser on which they said so. `nobody` where there is none that can be told; throws where
   * none was, and one may be later: `NotPushedYet` where surely nobody was. Browsers that are gone are forgotten. One
   * that is off hears of it if it comes back within `keptFor` seconds.
   */
  tell(personId: string, noticeId: string, keptFor: number): Promise<"told" | "nobody">;
}

/** No push service has taken it, and one may later. */
export class NotPushedYet extends Error {}

export interface PushParts {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly log: Log;
  readonly environment: Pick<Environment, "PUBLIC_URL" | "MAIL_FROM" | "PUSH_SERVICES">;
  readonly now: () => Date;
  /** With what push services are connected to, where not as usual. */
  readonly agent?: Agent | undefined;
}

/** Where a notice leads. */
const URL_OF_NOTICE = "/home";

export function makePush({ db, ring, log, environment, now, agent }: PushParts): Push {
  const subject = subjectOf(environment);
  const more = hostsOf(environment);
  return {
    publicKey: async () => (await readPushKey(db, ring)).publicKey,
    async tell(personId, noticeId, keptFor) {
      const subscriptions = await readSubscriptions(db, personId, now());
      if (subscriptions.length === 0) return "nobody";
      const sender = { key: await readPushKey(db, ring), subject, agent };
      const t = await textsIn((await readLocale(db, personId)) ?? LOCALES[0], "mail");
      const payload = { title: t("subject"), url: URL_OF_NOTICE };
      const outcomes = await Promise.all(
        subscriptions.map(async (to): Promise<PushOutcome> => {
          // Looked at again: what counts is which services are known now.
          const isKnown = pushEndpoint(to.endpoint, more) === to.endpoint;
          const outcome = isKnown ? await sendPush(sender, to, payload, keptFor) : "gone";
          if (outcome === "gone") await dropSubscription(db, to.endpoint);
          return outcome;
        }),
      );
      log.note("push", { noticeId, ...countOf(outcomes) });
      if (outcomes.includes("told")) return "told";
      if (outcomes.includes("unknown")) throw new Error("No push service said whether it took it.");
      if (outcomes.includes("later")) throw new NotPushedYet("No push service took it for now.");
      return "nobody";
    },
  };
}

/** The push services of a place's own. */
export function hostsOf({ PUSH_SERVICES }: Pick<Environment, "PUSH_SERVICES">): readonly string[] {
  return (PUSH_SERVICES && pushHostsIn(PUSH_SERVICES)) || [];
}

/** Push services want to know whom to write to; where nobody said, they get an address that is nobody's. */
function subjectOf({ PUBLIC_URL, MAIL_FROM }: PushParts["environment"]): string {
  if (PUBLIC_URL?.startsWith("https:")) return PUBLIC_URL;
  const address = MAIL_FROM && (/<([^<>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM);
  return `mailto:${address ?? "nobody@place.invalid"}`;
}

function countOf(outcomes: readonly PushOutcome[]): Partial<Record<PushOutcome, number>> {
  return Object.fromEntries(
    [...new Set(outcomes)].map((kind) => [kind, outcomes.filter((one) => one === kind).length]),
  );
}
