import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { LiveSpace } from "../../lasting/live-space.server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Plans } from "../plans.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plans");
  return { title: t("title") };
}

/** What two people look forward to, for either of them. For everybody else there is no such page. */
export default async function PlansOfSpacePage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const asking = await signedInOnly(`/plans/${spaceId}`);
  const ground = evenground();
  const view = await ground.lasting(asking, spaceId);
  if (!view) notFound();
  const titles = await ground.planCalendars.titlesOf(asking, spaceId);
  return (
    <Frame page="plans" spaceId={spaceId}>
      <LiveSpace spaceId={spaceId} />
      <Plans view={view} titles={titles} />
    </Frame>
  );
}
