import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { LiveSpace } from "../../lasting/live-space.server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Register } from "../register.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

/** What holds between two people, for either of them. For everybody else there is no such page. */
export default async function AgreementsOfSpacePage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const asking = await signedInOnly(`/agreements/${spaceId}`);
  const view = await evenground().lasting(asking, spaceId);
  if (!view) notFound();
  return (
    <Frame page="agreements" spaceId={spaceId}>
      <LiveSpace spaceId={spaceId} />
      <Register view={view} />
    </Frame>
  );
}
