import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { LiveSpace } from "../../../lasting/live-space.server";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Agreement } from "../../agreement.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string; readonly id: string }>;
}

/** Not what it is about: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

/** One agreement, for either of the two. For everybody else there is no such page. */
export default async function AgreementPage({ params }: PageProps) {
  const { space: spaceId, id } = await params;
  const asking = await signedInOnly(`/agreements/${spaceId}/${id}`);
  const view = await evenground().lasting(asking, spaceId);
  const agreement = view?.agreements.find((one) => one.id === id);
  if (!view || !agreement) notFound();
  return (
    <Frame page="agreements" spaceId={spaceId}>
      <LiveSpace spaceId={spaceId} />
      <Agreement view={view} agreement={agreement} />
    </Frame>
  );
}
