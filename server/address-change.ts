import { insertMailedCode } from "#db/mailed-codes";
import { readAddress } from "#db/people";
import type { AddressChangeAnswer } from "#wire/answers";
import { mailAddress } from "#wire/mail-address";
import type { ChangeAddressRequest } from "#wire/requests";
import { cookieName } from "./cookies";
import type { Origins } from "./origins";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";
import { mayMail } from "./sign-in/ask-for-code";
import { hashesOf, newCode } from "./sign-in/holder";

/**
 * Mails a code to a new address and one to the old, where there is one: who wants to change it shows that both are
 * theirs. Whether somebody has the new address is not looked up: the answer and the mail are the same.
 */
export async function changeAddress(
  desk: SettingsDesk,
  requester: Requester,
  { address: given }: ChangeAddressRequest,
  origins: Origins,
): Promise<Outcome<AddressChangeAnswer>> {
  const holder = holderOf(requester, origins);
  const { asking } = requester;
  if (!asking || holder === null) return NOT_SIGNED_IN;
  if (desk.mail.reaches === "nobody") return { ok: false, refusal: { kind: "not-found" } };
  const parsed = mailAddress.safeParse(given);
  if (!parsed.success) return { ok: false, refusal: { kind: "bad-address" } };
  const old = await readAddress(desk.db, asking.personId);
  const letters = [
    { kind: "new-address", to: parsed.data } as const,
    ...(old === null ? [] : [{ kind: "old-address", to: old } as const]),
  ];
  for (const { to } of letters) {
    const retryAfterMs = await mayMail(desk, requester, to);
    if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  }
  for (const letter of letters) await mailCode(desk, requester, holder, letter);
  return { ok: true, answer: { toBoth: old !== null } };
}

/** What these codes are worth something with: the sign-in's own token. They end with it. */
export function holderOf({ cookie }: Requester, { secure }: Origins): string | null {
  return cookie(cookieName(secure));
}

interface CodeLetter {
  readonly kind: "new-address" | "old-address";
  readonly to: string;
}

async function mailCode(
  { db, mail, authSecret }: SettingsDesk,
  { locale, now }: Requester,
  holder: string,
  { kind, to }: CodeLetter,
): Promise<void> {
  const both = { code: newCode().code, holder };
  const hashes = hashesOf(both, authSecret);
  const kept = { purpose: kind, address: to, replaces: hashes.holderHash, ...hashes };
  await insertMailedCode(db, kept, now);
  await mail.send(to, { kind, code: both.code }, locale);
}
