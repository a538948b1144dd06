import { useTranslations } from "next-intl";
import { useTroubleWords } from "../../trouble-words";
import { Button, buttonClass } from "../../ui/button";
import { Explanation } from "../../ui/explanation";
import type { View } from "./use-invitation";

interface OutcomeProps {
  readonly view: Exclude<View, { readonly kind: "invited" }>;
  readonly setView: (view: View) => void;
  readonly look: () => void;
}

/** What stands here when there is no invitation to answer: not yet, not any more, or not just now. */
export function Outcome({ view, setView, look }: OutcomeProps) {
  const t = useTranslations("join");
  const fault = useTranslations("fault");
  const words = useTroubleWords();
  switch (view.kind) {
    case "looking":
      return (
        <Explanation title={t("title")}>
          <p role="status">{t("looking")}</p>
        </Explanation>
      );
    case "declined":
      return (
        <Explanation title={t("declined")} announced>
          <p>{t("declinedText")}</p>
          <Button onClick={() => setView({ kind: "invited", offer: view.offer })}>{t("back")}</Button>
        </Explanation>
      );
    case "nowhere":
      return (
        <Explanation title={t("nowhere")} announced>
          <p>{t("nowhereText")}</p>
          <a href="/">{fault("home")}</a>
        </Explanation>
      );
    case "own":
      return (
        <Explanation title={view.conversationId === null ? t("ownSpace") : t("own")} announced>
          <p>{t("ownText")}</p>
          <a
            className={buttonClass("primary")}
            href={view.conversationId === null ? "/home" : `/c/${view.conversationId}`}
          >
            {view.conversationId === null ? t("ownSpaceGo") : t("ownGo")}
          </a>
        </Explanation>
      );
    case "trouble":
      return (
        <Explanation title={t("trouble")} announced>
          <p>{words(view.unanswered)}</p>
          <Button onClick={look}>{fault("again")}</Button>
        </Explanation>
      );
  }
}
