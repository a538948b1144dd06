import { useTranslations } from "next-intl";
import type { Words } from "#conversation/moves";
import type { DueAgreement } from "#conversation/seats";
import type { Proposal } from "#conversation/state";
import { useNames } from "./names";

/** What agreements and offers are called. Both read “I call when I am late”: the title says who “I” is. */
export interface AgreementTitles {
  /** “Your promise”, “Mara’s boundary”, “A plan”. */
  ofAgreement(agreement: Pick<DueAgreement, "sort" | "of">, words: Words | undefined): string;
  /** “Mara offers”; of what speaks for the other, “Jon would change your promise like this”. */
  ofOffer(proposal: Proposal, words: Words | undefined): string;
}

/** The titles as whoever looks at the page reads them. */
export function useAgreementTitles(): AgreementTitles {
  const t = useTranslations("conversation");
  const names = useNames();
  const whose = ({ sort, of }: Pick<DueAgreement, "sort" | "of">, words: Words | undefined) => {
    if (sort === "boundary" && words?.whose === "both") return "both";
    return names.isMe(of) ? "mine" : "theirs";
  };
  return {
    ofAgreement: (agreement, words) =>
      t(`agreed.${agreement.sort}`, { whose: whose(agreement, words), name: names.of(agreement.of) }),
    ofOffer(proposal, words) {
      const { by, of, sort } = proposal;
      const [isMine, name] = [names.isMe(by), names.of(by)];
      if (of === by) return isMine ? t("settle.yours") : t("settle.offered", { name });
      const owner = { whose: whose(proposal, words), owner: names.of(of) };
      return t(`settle.changes.${sort}`, { who: isMine ? "me" : "other", name, ...owner });
    },
  };
}
