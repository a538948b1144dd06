import { getTranslations } from "next-intl/server";
import type { LastingOne, Wording } from "#server/lasting/lasting-view";
import { Day } from "../day.server";
import type { Couple } from "../lasting/couple";
import styles from "./agreements.module.css";

interface FactsProps {
  readonly couple: Couple;
  readonly agreement: LastingOne;
}

/** Since when it holds or until when it did, who offered it and who said yes, and when it was looked at. */
export async function Facts({ couple, agreement }: FactsProps) {
  const t = await getTranslations("agreements.facts");
  const { createdAt, endedAt, endedBy, reviewedAt, wordings } = agreement;
  const wording = wordings.at(-1);
  return (
    <div className={styles.facts}>
      {endedAt ? (
        <p>
          {t.rich("ended", {
            who: endedBy === null ? "both" : endedBy === couple.seat ? "me" : "other",
            name: couple.other,
            day: () => <Day at={endedAt} />,
          })}
        </p>
      ) : (
        <p>{t.rich("since", { day: () => <Day at={createdAt} /> })}</p>
      )}
      {wording && <AgreedOn couple={couple} wording={wording} />}
      {reviewedAt && !endedAt && <p>{t.rich("reviewed", { day: () => <Day at={reviewedAt} /> })}</p>}
    </div>
  );
}

/** Who offered a wording, who said yes to it, and when; with the way to the conversation it comes from. */
export async function AgreedOn({
  couple,
  wording,
}: Pick<FactsProps, "couple"> & { readonly wording: Wording }) {
  const t = await getTranslations("agreements.facts");
  const { version, proposedBy, proposedAt, acceptedAt, conversationId } = wording;
  return (
    <p>
      {t.rich(version === 1 ? "agreed" : "changed", {
        by: proposedBy === couple.seat ? "me" : "other",
        name: couple.other,
        offered: () => <Day at={proposedAt} />,
        accepted: () => <Day at={acceptedAt} />,
      })}{" "}
      {conversationId && <a href={`/c/${conversationId}`}>{t("conversation")}</a>}
    </p>
  );
}
