import { getTranslations } from "next-intl/server";
import type { LastingView } from "#server/lasting/lasting-view";
import { lastingSort, pageOf } from "../agreements/sorts";
import type { Couple } from "../lasting/couple";
import { useTitles } from "../lasting/use-titles";
import type { Waiting } from "../lasting/waiting";
import { otherName } from "./names.server";
import type { LastingAsk } from "./what-lasts-asks.server";

interface LastingAskLineProps {
  readonly ask: LastingAsk;
  readonly view: LastingView;
}

/** One thing the other waits for an answer to: the way to where it stands. Opening this page answers nothing. */
export async function LastingAskLine({ ask, view }: LastingAskLineProps) {
  const t = await getTranslations("home.asks");
  const { space } = view;
  const other = await otherName(space);
  switch (ask.kind) {
    case "proposal":
      return (
        <a href={placeOf(ask.waiting, space.id)}>
          <b>
            <Title couple={{ seat: space.seat, name: space.name, other }} waiting={ask.waiting} />
          </b>
          <small>{t("proposal")}</small>
        </a>
      );
    case "crossing":
      return (
        <a href={`/agreements/${space.id}/${ask.agreement}`}>
          <b>{t("crossed", { other })}</b>
          <small>{t("crossedHow")}</small>
        </a>
      );
    case "told":
      return (
        <a href={pageOf("commitment", space.id)}>
          <b>{t("told", { other })}</b>
          <small>{t("toldHow")}</small>
        </a>
      );
  }
}

interface TitleProps {
  readonly couple: Pick<Couple, "seat" | "name" | "other">;
  readonly waiting: Waiting;
}

function Title({ couple, waiting }: TitleProps) {
  return useTitles(couple).ofWaiting(waiting);
}

/** What is about a boundary is answered where the boundary stands. */
function placeOf({ about, sort }: Waiting, spaceId: string): string {
  const lasting = lastingSort(sort);
  return about && lasting === "boundary"
    ? `/agreements/${spaceId}/${about.agreement}`
    : pageOf(lasting, spaceId);
}
