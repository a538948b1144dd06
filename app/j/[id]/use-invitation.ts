import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { v7 as uuidv7 } from "uuid";
import type { ClaimAnswer, LookAnswer } from "#wire/answers";
import { type Sent, send } from "../../send";
import type { Unanswered } from "../../trouble-words";
import { dropSecret, forgetSecret, hasNewSecret, takeSecret } from "./secret";

/** What a stranger with a link that works is shown. The secret is held here and goes nowhere but to the server. */
export interface Offer extends LookAnswer {
  readonly secret: string;
}

export type View =
  | { readonly kind: "looking" }
  | { readonly kind: "invited"; readonly offer: Offer }
  | { readonly kind: "declined"; readonly offer: Offer }
  /** Unknown, used, expired, revoked, without a secret: all alike. */
  | { readonly kind: "nowhere" }
  | { readonly kind: "own"; readonly conversationId: string | null }
  | { readonly kind: "trouble"; readonly unanswered: Unanswered };

const NOWHERE: View = { kind: "nowhere" };

/** Looks at the invitation once the page is there, and again when another link to it is pasted over its address. */
export function useInvitation(id: string, isWaiting: boolean) {
  const [view, setView] = useState<View>({ kind: "looking" });
  const [opener, setOpener] = useState<string | null>(null);
  const look = useCallback(async () => {
    const secret = takeSecret(id);
    setView(secret ? { kind: "looking" } : NOWHERE);
    if (!secret) return;
    const seen = viewOf(await askFor(id, secret), secret);
    if (seen.kind === "nowhere") forgetSecret(id);
    setOpener(seen.kind === "invited" ? seen.offer.opener : null);
    setView(seen);
  }, [id]);

  useEffect(() => {
    const begin = () => (isWaiting ? dropSecret(id) : void look());
    const beginAgain = () => hasNewSecret() && begin();
    begin();
    window.addEventListener("hashchange", beginAgain);
    return () => window.removeEventListener("hashchange", beginAgain);
  }, [id, isWaiting, look]);

  useTellingAnew(id, view, setView);
  return { view, setView, opener, look };
}

/** Tells the invitation in another language as soon as the page is in it. What was typed into it stays. */
function useTellingAnew(id: string, view: View, setView: Dispatch<SetStateAction<View>>): void {
  const locale = useLocale();
  const toldIn = useRef(locale);
  const secret = view.kind === "invited" ? view.offer.secret : null;

  useEffect(() => {
    if (!secret || toldIn.current === locale) return;
    toldIn.current = locale;
    void askFor(id, secret).then((sent) => {
      const seen = viewOf(sent, secret);
      const isStillShown = (shown: View) => shown.kind === "invited" && shown.offer.secret === secret;
      // Where there was no answer, what is there can be read still.
      if (seen.kind === "invited") setView((shown) => (isStillShown(shown) ? seen : shown));
    });
  }, [id, locale, secret, setView]);
}

function askFor(id: string, secret: string): Promise<Sent<LookAnswer>> {
  return send<LookAnswer>(`/api/invitations/${id}/look`, { secret });
}

function viewOf(sent: Sent<LookAnswer>, secret: string): View {
  if (sent.kind === "answer") return { kind: "invited", offer: { ...sent.answer, secret } };
  const leadsNowhere =
    sent.kind === "refused" && (sent.refusal.kind === "not-found" || sent.refusal.kind === "bad-request");
  return leadsNowhere ? NOWHERE : { kind: "trouble", unanswered: sent };
}

/**
 * Takes the seat. `claim` gives what went wrong where that is for the form to say; `isArriving` is true until the
 * next page is there.
 */
export function useClaim(id: string, setView: (view: View) => void) {
  const router = useRouter();
  const [isArriving, startArriving] = useTransition();
  // The same however often it is pressed: an answer that was lost on the way is given again.
  const [claimId] = useState(() => uuidv7());

  async function claim({ secret }: Offer, name: string | null): Promise<Unanswered | null> {
    const sent = await send<ClaimAnswer>(`/api/invitations/${id}/claim`, {
      secret,
      claimId,
      ...(name !== null && { name }),
    });
    if (sent.kind === "answer") {
      forgetSecret(id);
      const { waiting, conversationId, spaceId, engagementId } = sent.answer;
      startArriving(() => {
        if (engagementId) return router.replace(`/practice/${engagementId}`);
        if (!waiting)
          return router.replace(conversationId === null ? `/home/${spaceId}` : `/c/${conversationId}`);
        // The page's own answer comes with the same render: that they wait, or that the link leads nowhere by now.
        setView(NOWHERE);
        router.refresh();
      });
      return null;
    }
    if (sent.kind !== "refused") return sent;
    const { refusal } = sent;
    if (refusal.kind === "own-invitation") setView({ kind: "own", conversationId: refusal.conversationId });
    if (refusal.kind === "not-found") setView(NOWHERE);
    return refusal.kind === "own-invitation" || refusal.kind === "not-found" ? null : sent;
  }
  return { claim, isArriving };
}
