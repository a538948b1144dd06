import { getTranslations } from "next-intl/server";
import type { TherapistForPartner } from "#server/therapy/read-for-partner";
import { Day } from "../../../day.server";
import { Stone } from "../../../ui/stone";
import { ConsentForm, type ListedConversation } from "./consent-form";
import { ProfileLines } from "./profile-lines";
import styles from "./therapist.module.css";
import { Withdraw } from "./withdraw";

interface TherapistSectionProps {
  readonly therapist: TherapistForPartner;
  readonly conversations: readonly ListedConversation[];
}

/** One therapist: who they say they are comes first, then one’s own list. */
export async function TherapistSection({ therapist, conversations }: TherapistSectionProps) {
  const t = await getTranslations("therapist");
  const { engagementId, profile, isShared, endedAt, own } = therapist;
  const { name, secrets } = profile;
  const holds = own !== null && !own.isOutdated;
  return (
    <section className={styles.section} aria-labelledby={engagementId}>
      <div className={styles.titled}>
        <h2 id={engagementId}>{name}</h2>
        <Stone seat="t" name={name} resting={!isShared} />
      </div>
      <ProfileLines profile={profile} />
      {endedAt ? (
        <p role="status">{t.rich("ended", { day: () => <Day at={endedAt} /> })}</p>
      ) : (
        <>
          <p className={styles.stand} role="status">
            {own?.isOutdated ? t("changed", { name }) : t(isShared ? "shared" : "open", { name })}
          </p>
          {holds && <p className={styles.soft}>{t.rich("since", { day: () => <Day at={own.givenAt} /> })}</p>}
          <ConsentForm
            key={own?.givenAt.toISOString() ?? "none"}
            engagementId={engagementId}
            name={name}
            secrets={secrets}
            conversations={conversations}
            own={holds ? own.sharing : null}
          />
          {own && <Withdraw engagementId={engagementId} name={name} />}
        </>
      )}
    </section>
  );
}
