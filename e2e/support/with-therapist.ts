import type { Partner } from "./partner";
import { signIn } from "./sign-in";

/** What a therapist says about themselves. */
const PROFILE = {
  name: "Dr. Winter",
  practice: "Practice at the park",
  registration: "PT-4711",
  jurisdiction: "Berlin, Germany",
  languages: "German, English",
  secrets: "none",
};

/** All that can be shared but the conversations there are already. */
export const EVERYTHING = {
  ...{ conversations: {}, later: true, lasting: true, answers: true },
  ...{ checkIns: true, record: true, secrets: "none" },
};

/** By the calls of docs/wire.md: a couple asks a therapist in. Gives the engagement's id. */
export async function asksIn(mara: Partner, winter: Partner, spaceId: string): Promise<string> {
  const asked = await mara.calls<{ readonly invitation: { readonly url: string } }>(
    `/api/spaces/${spaceId}/therapists/invite`,
    {},
  );
  const link = new URL(asked.invitation.url);
  const claimed = await winter.calls<{ readonly engagementId: string }>(
    `/api/invitations/${link.pathname.slice("/j/".length)}/claim`,
    { secret: link.hash.slice(1) },
  );
  return claimed.engagementId;
}

/** A therapist with an address of their own, and both partners’ yes to everything and to these conversations. */
export async function worksWith(
  winter: Partner,
  { mara, jon }: { readonly mara: Partner; readonly jon: Partner },
  { spaceId, conversations = {} }: { readonly spaceId: string; readonly conversations?: object },
): Promise<string> {
  await signIn(winter, `winter-${spaceId.slice(0, 8)}@example.org`);
  await winter.calls("/api/therapist", PROFILE);
  const engagementId = await asksIn(mara, winter, spaceId);
  for (const partner of [mara, jon])
    await partner.calls(`/api/engagements/${engagementId}/consent`, { ...EVERYTHING, conversations });
  return engagementId;
}

/** The space of the conversation that this partner has open. */
export async function spaceOf(partner: Partner): Promise<string> {
  await partner.page.goto("/home");
  await partner.page.waitForURL(/\/home\/[0-9a-f-]{36}$/);
  return new URL(partner.page.url()).pathname.split("/").at(-1) ?? "";
}
