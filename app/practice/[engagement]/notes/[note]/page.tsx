import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { signedInOnly } from "../../../../server/signed-in-only";
import { NotePage } from "../note-page.server";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string; readonly note: string }>;
}

/** No title of the note: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notes");
  return { title: t("title") };
}

/** A note of one's own; for everybody else there is none. */
export default async function OneNotePage({ params }: PageProps) {
  const { engagement: id, note: noteId } = await params;
  const asking = await signedInOnly(`/practice/${id}/notes/${noteId}`);
  const note = await evenground().ownNote(asking, id, noteId);
  if (!note) notFound();
  return <NotePage engagementId={id} id={note.id} version={note.version} words={note.words} />;
}
