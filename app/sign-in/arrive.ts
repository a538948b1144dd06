import type { SignedInAnswer } from "#wire/answers";

/**
 * Goes on after signing in: first to what was begun on this browser before, if anything was. The page is loaded anew,
 * since its language and its looks are the person's own from here on; nothing leads back to the form.
 */
export function arrive({ wasGuest }: SignedInAnswer, to: string): void {
  window.location.replace(wasGuest ? `/sign-in/guest?to=${encodeURIComponent(to)}` : to);
}
