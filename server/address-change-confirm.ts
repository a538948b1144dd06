import { type CodeTried, reopenMailedCode, tryMailedCode } from "#db/mailed-codes";
import { findAnew } from "#db/notice-wishes";
import { changeAddressOf, readAddress } from "#db/people";
import type { RequestRefusal } from "#wire/refusals";
import type { ConfirmAddressRequest } from "#wire/requests";
import { holderOf } from "./address-change";
import type { Origins } from "./origins";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";
import { hashesOf } from "./sign-in/holder";
import { signInAs } from "./sign-in/sign-in-as";
import { tellByMail } from "./tell-by-mail";

type Changed = Outcome<Record<string, never>>;

/**
 * Changes the address of whoever types both codes, in the browser that asked for them; of one who had none, one code is
 * enough. Only now, when the address is shown to be theirs, it is told if somebody has it already. Other sign-ins stay.
 */
export async function confirmAddress(
  desk: SettingsDesk,
  requester: Requester,
  codes: ConfirmAddressRequest,
  origins: Origins,
): Promise<Changed> {
  const { asking } = requester;
  const holder = holderOf(requester, origins);
  if (!asking || holder === null) return NOT_SIGNED_IN;
  const from = await readAddress(desk.db, asking.personId);
  const shown = await showBoth(desk, { ...codes, holder, from }, requester.now);
  if (!shown.ok) return shown;
  const change = await changeAddressOf(desk.db, asking.personId, { from, to: shown.to });
  if (change === "taken") return refused({ kind: "address-taken" });
  if (change === "changed-elsewhere") return refused({ kind: "code-expired" });
  await findAnew(desk.db, asking.personId, requester.now); // what nobody could be told of so far
  // Nobody loses an address without being told.
  if (from !== null && from !== shown.to)
    await tellByMail(desk, requester, from, { kind: "address-changed" });
  if (!asking.isGuest) return { ok: true, answer: {} };
  // A guest is a member from here on: the cookie from before is worth nothing any more (asvs 7.2.4).
  const { signIn } = await signInAs(desk, requester, asking.personId);
  return { ok: true, answer: {}, signIn };
}

interface Shown extends ConfirmAddressRequest {
  readonly holder: string;
  /** The address so far. */
  readonly from: string | null;
}

/** The new address, where every code that is needed is right; what is wrong otherwise. A wrong one uses up no right one. */
async function showBoth(
  { db, authSecret }: SettingsDesk,
  { oldCode, newCode, holder, from }: Shown,
  now: Date,
): Promise<{ readonly ok: true; readonly to: string } | (Changed & { readonly ok: false })> {
  const held = (purpose: Purpose, code: string) => ({ purpose, ...hashesOf({ code, holder }, authSecret) });
  if (from !== null && oldCode === undefined)
    return refused({ kind: "bad-request", issues: ["oldCode: invalid_type"] });
  const old = from === null || oldCode === undefined ? null : held("old-address", oldCode);
  if (old) {
    const tried = await tryMailedCode(db, old, now);
    if (tried.kind !== "right") return refused(refusalOf(tried, "old-address"));
    if (tried.address !== from) return refused({ kind: "code-expired" });
  }
  const tried = await tryMailedCode(db, held("new-address", newCode), now);
  if (tried.kind === "right") return { ok: true, to: tried.address };
  if (old) await reopenMailedCode(db, old);
  return refused(refusalOf(tried, "new-address"));
}

type Purpose = "old-address" | "new-address";

function refusalOf(tried: Exclude<CodeTried, { readonly kind: "right" }>, of: Purpose): RequestRefusal {
  return tried.kind === "wrong"
    ? { kind: "code-wrong", left: tried.left, of }
    : { kind: `code-${tried.kind}` };
}

function refused(refusal: RequestRefusal | { kind: "bad-request"; issues: readonly string[] }) {
  return { ok: false, refusal } as const;
}
