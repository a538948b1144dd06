import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import type { OwnSpace } from "#db/spaces";
import { evenground } from "#server/evenground";
import type { OwnInvitation } from "#server/own-invitations";
import { Day } from "../../../day.server";
import { Texts } from "../../../server/texts";
import { InviteForm } from "../../invite-form";
import { Invitation } from "./invitation";
import styles from "./people.module.css";

interface InvitationsProps {
  readonly asking: Asking;
  readonly space: OwnSpace;
}

/** While the place beside one is free: the links that lead to it, and the way to make one to the space itself. */
export async function Invitations({ asking, space }: InvitationsProps) {
  const t = await getTranslations("people");
  const ground = evenground();
  const newest = newestToEach((await ground.invitationsOf(asking, space.id)) ?? []);
  const talks = await ground.conversationsIn(asking, space.id);
  const topics = new Map(talks?.conversations.map(({ id, topic }) => [id, topic]));
  const isToSpace = newest.some(({ conversationId, state }) => conversationId === null && state !== "closed");
  return (
    <Texts of={["people", "invite", "refusal", "fault"]}>
      {newest.length > 0 && (
        <section className={styles.section} aria-labelledby="invitations">
          <h2 id="invitations">{t("invitations")}</h2>
          <ul className={styles.invitations}>
            {newest.map((one) => (
              <li key={one.id}>
                <p>
                  <b>{titleOf(one, topics.get(one.conversationId ?? ""))}</b>{" "}
                  <span className={styles.soft}>
                    {t.rich(one.state === "open" && one.askFirst ? "state.openAsk" : `state.${one.state}`, {
                      day: () => <Day at={one.expiresAt} />,
                    })}
                  </span>
                </p>
                <Invitation
                  invitation={{ id: one.id, state: one.state, name: one.name }}
                  invitedTo={one.conversationId ?? space.id}
                  topic={topics.get(one.conversationId ?? "") ?? null}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isToSpace && (
        <section className={styles.section} aria-labelledby="invite-to-space">
          <h2 id="invite-to-space">{t("invite")}</h2>
          <p className={styles.soft}>{t("inviteText")}</p>
          <InviteForm spaceId={space.id} />
        </section>
      )}
    </Texts>
  );

  function titleOf({ conversationId }: OwnInvitation, topic: string | null | undefined): string {
    if (conversationId === null) return t("toSpace");
    return topic ? t("toConversation", { topic }) : t("toAConversation");
  }
}

/** Of the links to the same the newest one: the others lead nowhere since it was made. */
function newestToEach(invitations: readonly OwnInvitation[]): readonly OwnInvitation[] {
  return invitations.filter(
    ({ conversationId }, index) =>
      invitations.findIndex((other) => other.conversationId === conversationId) === index,
  );
}
