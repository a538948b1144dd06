import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Keeping } from "#conversation/keeping/keepings";
import type { KeepingAnswer, StartedAnswer } from "#wire/answers";
import type { Partner } from "./partner";

/** Two people come to share a space, by the calls of docs/wire.md. Gives its id. */
export async function share(mara: Partner, jon: Partner): Promise<string> {
  const asked = { guide: "speak-and-reflect", topic: "Coming home late", name: mara.name };
  const { invitation } = await mara.calls<StartedAnswer>("/api/conversations", asked);
  const link = new URL(invitation?.url ?? "");
  const claim = { secret: link.hash.slice(1), name: jon.name };
  await jon.calls(`/api/invitations/${link.pathname.slice("/j/".length)}/claim`, claim);
  await mara.page.goto("/home");
  await expect(mara.page).toHaveURL(/\/home\/[0-9a-f-]{36}$/);
  return new URL(mara.page.url()).pathname.split("/").at(-1) ?? "";
}

/** Keeps something in a space as a page does, and gives its number. */
export async function keeps(partner: Partner, spaceId: string, keeping: Keeping): Promise<number> {
  const asked = { keepingId: randomUUID(), keeping };
  return (await partner.calls<KeepingAnswer>(`/api/spaces/${spaceId}/keepings`, asked)).seq;
}

/** A day as a box for days takes it, so many after the server's today. */
export function dayFrom({ server }: Partner, days: number): string {
  return new Date(server.now() + days * 86_400_000).toISOString().slice(0, "2027-03-01".length);
}
