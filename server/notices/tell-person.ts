import type { Recipient } from "#db/notice-sending";
import type { NoticeRow } from "#db/notices";
import { LOCALES } from "#wire/locales";
import { type Mail, wasSurelyNotSent } from "../mail";
import { NotPushedYet } from "../push/push";
import type { SendingDesk } from "./notice-desk";
import { nextQuiet } from "./quiet-hours";
import { messageIdOf } from "./sending-job";
import { newStopLink } from "./stop-links";

/** How somebody can be told. */
export type Way = { readonly kind: "mail"; readonly address: string } | { readonly kind: "push" };

/** What became of telling somebody, in all the ways there are. */
export type Telling =
  /** In one way at least. */
  | { readonly kind: "told" }
  /** There is nobody to be told: no browser of theirs wants it any more. */
  | { readonly kind: "nobody" }
  | { readonly kind: "surely-not"; readonly error: unknown }
  /** It may have gone out. */
  | { readonly kind: "unknown"; readonly error: unknown };

/** The ways that a person has agreed to and that there are; none for whoever is to be left alone. */
export function waysTo({ wants, address }: Recipient, mail: Pick<Mail, "reaches">): readonly Way[] {
  const byMail: readonly Way[] =
    wants.notices && address !== null && mail.reaches !== "nobody" ? [{ kind: "mail", address }] : [];
  return wants.push ? [...byMail, { kind: "push" }] : byMail;
}

/** Tells a person that something waits, and nothing else, in every way they have agreed to. Never throws. */
export async function tellPerson(desk: SendingDesk, person: Recipient, lead: NoticeRow): Promise<Telling> {
  const tellings: Telling[] = [];
  for (const way of waysTo(person, desk.mail)) tellings.push(await tellBy(desk, person, way, lead));
  const first = (kind: Telling["kind"]) => tellings.find((telling) => telling.kind === kind);
  if (first("told"))
    for (const failed of tellings)
      if ("error" in failed) desk.log.fault("one way to tell", failed.error, { noticeId: lead.id });
  return first("told") ?? first("unknown") ?? first("surely-not") ?? { kind: "nobody" };
}

async function tellBy(desk: SendingDesk, person: Recipient, way: Way, lead: NoticeRow): Promise<Telling> {
  try {
    if (way.kind === "push")
      return { kind: await desk.push.tell(person.personId, lead.id, keptFor(person, desk.now())) };
    await mailTo(desk, person, way.address, lead);
    return { kind: "told" };
  } catch (error) {
    const surelyNot = wasSurelyNotSent(error) || error instanceof NotPushedYet || error instanceof NotBegun;
    return { kind: surelyNot ? "surely-not" : "unknown", error };
  }
}

/** Nothing was handed to anybody yet. */
class NotBegun extends Error {}

/** Seconds. Who comes later than that has seen by themselves what waits, and nothing rings in quiet hours. */
const MOST_KEPT_FOR = 1_800;

function keptFor(person: Recipient, now: Date): number {
  const quiet = nextQuiet(now, person);
  if (!quiet) return MOST_KEPT_FOR;
  return Math.min(MOST_KEPT_FOR, Math.floor((quiet.getTime() - now.getTime()) / 1000));
}

async function mailTo(
  { db, mail, origins, now }: SendingDesk,
  { personId, locale }: Recipient,
  address: string,
  lead: NoticeRow,
): Promise<void> {
  const here = origins.main;
  const token = await newStopLink(db, personId, now()).catch((cause: unknown) => {
    throw new NotBegun("There is no link to stop notices by.", { cause });
  });
  await mail.send(
    address,
    {
      kind: "notice",
      link: `${here}/home`,
      stopLink: `${here}/stop/${token}`,
      oneClick: `${here}/api/notices/stop/${token}`,
    },
    locale ?? LOCALES[0],
    { messageId: messageIdOf(lead, new URL(here).hostname) },
  );
}
