import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import type { OwnSpace } from "#db/spaces";
import { evenground } from "#server/evenground";
import styles from "./notes.module.css";

interface OtherPlaceProps {
  readonly asking: Asking;
  readonly space: OwnSpace;
}

/** While nobody sits beside one: that the place is free, or who asks to come in. Where somebody sat there: that they have left. */
export async function OtherPlace({ asking, space }: OtherPlaceProps) {
  const t = await getTranslations("home");
  const { id, other, otherLeft } = space;
  if (otherLeft)
    return (
      <p className={styles.note}>
        {other ? t("left", { other }) : t("leftUnnamed")} <a href="/new">{t("startElsewhere")}</a>
      </p>
    );
  if (other !== null) return null;
  const invitations = await evenground().invitationsOf(asking, id);
  const newcomer = invitations?.find(({ state }) => state === "asking");
  return (
    <p className={styles.note}>
      {newcomer ? t("asking.title", { name: newcomer.name ?? "" }) : t("free.text")}{" "}
      <a href={`/home/${id}/people`}>{t(newcomer ? "asking.go" : "free.go")}</a>
    </p>
  );
}
