import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { LiveSpace } from "../../lasting/live-space.server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Space } from "../space.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

/** What two people share, for either of them. For everybody else there is no such page. */
export default async function SpacePage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const asking = await signedInOnly(`/home/${spaceId}`);
  const ground = evenground();
  const [overview, view] = await Promise.all([
    ground.spaceOverview(asking, spaceId),
    ground.lasting(asking, spaceId),
  ]);
  if (!overview || !view) notFound();
  return (
    <Frame page="home" spaceId={spaceId}>
      <LiveSpace spaceId={spaceId} />
      <Space asking={asking} overview={overview} view={view} />
    </Frame>
  );
}
