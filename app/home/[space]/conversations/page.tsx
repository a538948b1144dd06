import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { ConversationLines } from "../../conversation-lines.server";
import { idIn } from "../../id-in";
import { ListEnds } from "../../list-ends";
import listStyles from "../../list-page.module.css";
import { coupleName } from "../../names.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home.conversations");
  return { title: t("title") };
}

/** Everything that two people have talked about, a page at a time. */
export default async function ConversationsPage({ params, searchParams }: PageProps) {
  const { space: spaceId } = await params;
  const before = idIn((await searchParams).before);
  const asking = await signedInOnly(`/home/${spaceId}/conversations`);
  const found = await evenground().conversationsIn(asking, spaceId, before);
  if (!found) notFound();
  const t = await getTranslations("home.conversations");
  return (
    <Frame page="home" spaceId={spaceId}>
      <div className={listStyles.page}>
        <header>
          <a className={listStyles.back} href={`/home/${spaceId}`}>
            {t("back", { couple: await coupleName(found.space) })}
          </a>
          <h1>{t("allTitle")}</h1>
        </header>
        {found.conversations.length > 0 ? (
          <ConversationLines outlines={found.conversations} />
        ) : (
          <p>{t("none")}</p>
        )}
        <ListEnds address={`/home/${spaceId}/conversations`} page={found} isFirst={before === undefined} />
      </div>
    </Frame>
  );
}
