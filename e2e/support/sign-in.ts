import type { APIRequestContext } from "@playwright/test";
import { expect } from "./journey";
import type { Partner } from "./partner";

/** What was mailed to somebody last: the six digits, and the link beside them. */
export interface Mailed {
  readonly code: string;
  readonly link: string;
}

/** Reads the newest mail to an address where a start on one's own machine shows it. */
export async function newestMail(request: APIRequestContext, address: string): Promise<Mailed> {
  const page = await (await request.get("/dev/mail")).text();
  const mail = page.split("<article").find((part) => part.includes(address.toLowerCase())) ?? "";
  const code = /\b\d{3} ?\d{3}\b/.exec(mail.replace(/<[^>]*>/g, " "))?.[0].replace(" ", "");
  const link = /http[^"\s<]*\/sign-in\/code#\d{6}/.exec(mail)?.[0];
  if (!code || !link) throw new Error(`No mail with a code and a link has come to ${address}.`);
  return { code, link };
}

/** Signs in without a page, by the calls that the page makes: for journeys that begin with somebody signed in. */
export async function signIn({ page, server }: Partner, address: string): Promise<void> {
  const headers = { Origin: server.url };
  const asked = await page.request.post("/api/sign-in/code", { data: { address }, headers });
  expect(asked.status()).toBe(200);
  const { code } = await newestMail(page.request, address);
  const signedIn = await page.request.post("/api/sign-in", { data: { code }, headers });
  expect(await signedIn.json()).toEqual({ wasGuest: false });
}
