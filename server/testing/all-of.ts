import type { Partner } from "#conversation/seats";
import { readAccesses } from "#db/access-log";
import { personRecord } from "../takeout/person-record";
import type { Guest, TestServer } from "./test-server";
import type { Engaged } from "./with-therapist";

/** All that one of a couple is ever told of anything, as text: their pages and all that they can take out. */
export async function allOfPartner(server: TestServer, one: Engaged, seat: Partner): Promise<string> {
  const { ground } = server;
  const guest: Guest = one.pair[seat];
  const { asking } = await server.requester(guest);
  if (!asking) throw new Error("Nobody is asking.");
  const { db, ring, live } = ground.desk;
  const packer = { db, ring, live, here: async () => [] };
  const now = server.clock.now();
  const whole = [
    await personRecord(packer, { personId: asking.personId, locale: "en" }, now, async () => {}),
    await ground.spaceOverview(asking, one.spaceId),
    await ground.lasting(asking, one.spaceId),
    await ground.therapyFor(asking, one.spaceId),
    await ground.therapyWaits(seat, one.spaceId),
    await ground.assignedTo(asking, one.spaceId),
    await ground.ownWhereabouts(asking, one.spaceId),
    await ground.summariesFor(asking, one.spaceId),
    await ground.open(asking, one.pair.id, "en"),
    await ground.ownLetters(asking),
    await ground.spaces(asking),
    await readAccesses(db, [one.engagementId], 100),
  ];
  return asText(whole);
}

/** All that a therapist is ever told of a couple, as text: their pages, and all that they can take out. */
export async function allOfTherapist(server: TestServer, one: Engaged): Promise<string> {
  const { ground } = server;
  const requester = await server.requester(one.t);
  const { asking } = requester;
  if (!asking) throw new Error("Nobody is asking.");
  const { engagementId } = one;
  const { db, ring, live } = ground.desk;
  const packer = { db, ring, live, here: async () => [] };
  const record = await ground.therapyPapers.record(requester, engagementId, "json");
  const whole = [
    await ground.caseload(asking),
    await ground.engagement(asking, engagementId),
    await ground.assignmentsOf(asking, engagementId),
    await ground.notesOfWork(asking, engagementId),
    await ground.summariesOfWork(asking, engagementId),
    await ground.open(asking, one.pair.id, "en"),
    record.ok ? Buffer.from(record.answer).toString() : null,
    await personRecord(
      packer,
      { personId: asking.personId, locale: "en" },
      server.clock.now(),
      async () => {},
    ),
  ];
  return asText(whole);
}

const asText = (whole: unknown): string =>
  JSON.stringify(whole, (_key, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
