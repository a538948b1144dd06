/** 256 bits in base64url, as wire/requests.ts has it. */
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * The secret behind the `#`, taken out of the address bar and the history at once. A reload in this tab still knows
 * it, until the seat is taken. Null where there is none.
 */
export function takeSecret(id: string): string | null {
  const behind = window.location.hash.slice(1);
  if (SECRET.test(behind)) tryStorage((storage) => storage.setItem(keyOf(id), behind));
  if (behind) queueMicrotask(cleanAddress);
  return SECRET.test(behind) ? behind : tryStorage((storage) => storage.getItem(keyOf(id)));
}

export function forgetSecret(id: string): void {
  tryStorage((storage) => storage.removeItem(keyOf(id)));
}

/** For whoever has used it already: it is taken out of the address bar, and nothing remembers it. */
export function dropSecret(id: string): void {
  takeSecret(id);
  forgetSecret(id);
}

/** Whether a link was just pasted over this page's own address, which loads nothing. */
export function hasNewSecret(): boolean {
  return SECRET.test(window.location.hash.slice(1));
}

/**
 * Not before this page's effects have all run: from then on Next follows `replaceState`; until then it would write
 * the old address back the next time it renders.
 */
function cleanAddress(): void {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
}

const keyOf = (id: string): string => `secret:${id}`;

function tryStorage<Value>(use: (storage: Storage) => Value): Value | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
