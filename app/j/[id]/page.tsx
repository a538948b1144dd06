import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { invitationIdSchema } from "#wire/requests";
import { whoIsAsking } from "../../server/asking";
import { Frame } from "../../server/frame";
import { Languages } from "../../server/languages";
import { Texts } from "../../server/texts";
import { Join } from "./join";
import styles from "./join.module.css";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title") };
}

/**
 * An invitation. What it says is asked for by the browser, which alone knows the secret: for every stranger this page
 * is the same, whether the id was ever given out or not.
 */
export default async function InvitationPage({ params }: PageProps) {
  const { id } = await params;
  const asking = await whoIsAsking();
  const isPossible = invitationIdSchema.safeParse(id).success;
  const standing = asking && isPossible ? await evenground().standing(asking, id) : null;
  // With an empty fragment of its own: a browser would carry the secret over to an address without one.
  if (standing?.kind === "seated")
    redirect(
      standing.conversationId === null ? `/home/${standing.spaceId}#` : `/c/${standing.conversationId}#`,
    );
  return (
    <Frame className={styles.page} footer={<Languages />}>
      <Texts of={["join", "therapist", "refusal", "fault"]}>
        <Join id={id} name={asking?.name ?? ""} isWaiting={standing?.kind === "waiting"} />
      </Texts>
    </Frame>
  );
}
