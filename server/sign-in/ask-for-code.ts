import { insertMailedCode } from "#db/mailed-codes";
import { deleteExpiredSignIns } from "#db/sign-ins";
import { mailAddress } from "#wire/mail-address";
import type { AskForCodeRequest } from "#wire/requests";
import type { Origins } from "../origins";
import type { Outcome, Requester } from "../requester";
import { hashesOf, hashOfHolder, holderCookie, holderCookieWith, newCode } from "./holder";
import type { SignInDesk } from "./sign-in-as";

/**
 * Mails a code to sign in with, and gives this browser the secret without which the code is worth nothing. Whether
 * anybody has this address is not looked up: known or not, the answer, the work and the time are the same.
 * Refuses what is no plain address, and too many mails to one address or from one.
 */
export async function askForCode(
  desk: SignInDesk,
  requester: Requester,
  { address: given }: AskForCodeRequest,
  { secure }: Origins,
): Promise<Outcome<Record<string, never>>> {
  const { db, mail, authSecret } = desk;
  const { now, origin, locale } = requester;
  if (mail.reaches === "nobody") return { ok: false, refusal: { kind: "not-found" } };
  const parsed = mailAddress.safeParse(given);
  if (!parsed.success) return { ok: false, refusal: { kind: "bad-address" } };
  const address = parsed.data;
  const retryAfterMs = await mayMail(desk, requester, address);
  if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  const both = newCode();
  const earlier = requester.cookie(holderCookie(secure));
  await deleteExpiredSignIns(db, now);
  await insertMailedCode(
    db,
    {
      purpose: "sign-in",
      address,
      replaces: earlier === null ? null : hashOfHolder(earlier),
      ...hashesOf(both, authSecret),
    },
    now,
  );
  const link = `${origin}/sign-in/code#${both.code}`;
  await mail.send(address, { kind: "sign-in", code: both.code, link }, locale);
  return { ok: true, answer: {}, cookies: [holderCookieWith(both.holder, secure)] };
}

/** 0, or how many milliseconds to wait before another code may go from here, or to there. */
export async function mayMail(
  { limits }: Pick<SignInDesk, "limits">,
  { address: from }: Pick<Requester, "address">,
  to: string,
): Promise<number> {
  const fromHere = await limits.codesPerAddress.take(from);
  if (fromHere > 0) return fromHere;
  const hourly = await limits.codesPerMailAddress.take(to);
  return hourly > 0 ? hourly : limits.codesPerMailAddressDaily.take(to);
}
