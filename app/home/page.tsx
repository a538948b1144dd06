import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../server/frame";
import { signedInOnly } from "../server/signed-in-only";
import { NoSpace } from "./no-space.server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

/** The space used last; for somebody who shares none yet, how one begins. */
export default async function HomePage() {
  const asking = await signedInOnly("/home");
  const [latest] = await evenground().spaces(asking);
  if (latest) redirect(`/home/${latest.id}`);
  return (
    <Frame page="home">
      <NoSpace asking={asking} />
    </Frame>
  );
}
