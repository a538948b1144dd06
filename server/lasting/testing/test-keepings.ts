import { randomUUID } from "node:crypto";
import type { Keeping } from "#conversation/keeping/keepings";
import type { AnyRefusal } from "#wire/refusals";
import { claimSeat } from "../../invitations";
import { openSpace } from "../../open-space";
import { type Guest, linkIn, signedIn, type TestServer } from "../../testing/test-server";
import type { LastingView } from "../lasting-view";

/** One of two, and what they do about what lasts. */
export interface Keeper {
  readonly guest: Guest;
  /** Keeps it. Gives its number, or why it was refused. */
  keep(keeping: Keeping, on?: TestServer, keepingId?: string): Promise<{ readonly seq: number } | AnyRefusal>;
  /** What they may read; they must be there. */
  lasting(on?: TestServer): Promise<LastingView>;
}

/** A space with both seats taken, in which no conversation was ever begun. */
export interface KeepingCouple {
  readonly spaceId: string;
  readonly a: Keeper;
  readonly b: Keeper;
}

export async function openCouple(server: TestServer): Promise<KeepingCouple> {
  const { ground } = server;
  const opened = signedIn(await openSpace(ground.desk, await server.requester(), { name: "Ada" }));
  const { spaceId, invitation } = opened.answer;
  const link = linkIn(invitation.url);
  const claim = { secret: link.secret, name: "Ben" };
  const claimed = signedIn(await claimSeat(ground.desk, await server.requester(), link.id, claim));
  return {
    spaceId,
    a: keeperOf(server, { token: opened.token }, spaceId),
    b: keeperOf(server, { token: claimed.token }, spaceId),
  };
}

export function keeperOf(server: TestServer, guest: Guest, spaceId: string): Keeper {
  return {
    guest,
    async keep(keeping, on = server, keepingId = randomUUID()) {
      const taken = await on.ground.takeKeeping(await on.requester(guest), spaceId, { keepingId, keeping });
      return taken.ok ? taken.answer : taken.refusal;
    },
    async lasting(on = server) {
      const { asking } = await on.requester(guest);
      const view = asking && (await on.ground.lasting(asking, spaceId));
      if (!view) throw new Error("Nothing is there for them.");
      return view;
    },
  };
}
