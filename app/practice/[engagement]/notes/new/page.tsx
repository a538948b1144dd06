import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { signedInOnly } from "../../../../server/signed-in-only";
import { NotePage } from "../note-page.server";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notes");
  return { title: t("title") };
}

/** A note that is about to be begun. */
export default async function NewNotePage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}/notes/new`);
  if (!(await evenground().notesOfWork(asking, id))) notFound();
  return <NotePage engagementId={id} id={null} version={1} words={{ title: "", text: "" }} />;
}
