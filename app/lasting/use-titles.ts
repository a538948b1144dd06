import { useTranslations } from "next-intl";
import type { ProposalSort } from "#conversation/agreements";
import type { Words } from "#conversation/moves";
import type { Partner } from "#conversation/seats";
import type { Couple } from "./couple";
import type { Waiting } from "./waiting";

/** What agreements and offers are called. Both read “I call when I am late”: the title says who “I” is. */
export interface Titles {
  /** “Your promise”, “Mara’s boundary”, “A plan”. */
  ofAgreement(agreement: { readonly sort: ProposalSort; readonly of: Partner }, words: Words | null): string;
  /** “Mara offers a boundary”, “You would end it”, “Jon would change your promise like this”. */
  ofWaiting(waiting: Waiting): string;
}

/** The titles as whoever looks at the page reads them. */
export function useTitles({ seat, name, other }: Pick<Couple, "seat" | "name" | "other">): Titles {
  const t = useTranslations("lasting");
  const nameOf = (who: Partner) => (who === seat ? name : other);
  const whoIs = (who: Partner) => ({ who: who === seat ? "me" : "other", name: nameOf(who) });
  const whose = (sort: ProposalSort, of: Partner, words: Words | null) => {
    if (SAYS_WHOSE.includes(sort) && words?.whose === "both") return "both";
    return of === seat ? "mine" : "theirs";
  };
  return {
    ofAgreement: ({ sort, of }, words) =>
      t(`title.${sort}`, { whose: whose(sort, of, words), name: nameOf(of) }),
    ofWaiting({ about, by, of, sort, words }) {
      if (about?.isKept) return t("would.keepUntil", whoIs(by));
      const isInstead = about === null && of !== by;
      if (about?.change === "change" || isInstead) {
        const owner = { whose: whose(sort, of, about?.words ?? words), owner: nameOf(of) };
        return t(`changes.${sort}`, { ...whoIs(by), ...owner });
      }
      return about ? t(`would.${about.change}`, whoIs(by)) : t(`offers.${sort}`, whoIs(by));
    },
  };
}

/** The sorts whose words say whether they hold for both. */
const SAYS_WHOSE: readonly ProposalSort[] = ["boundary", "commitment", "repair-offer"];
