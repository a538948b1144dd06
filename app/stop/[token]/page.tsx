import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "../../server/frame";
import { Languages } from "../../server/languages";
import { Texts } from "../../server/texts";
import { Stop } from "./stop";

interface PageProps {
  readonly params: Promise<{ readonly token: string }>;
}

/** It is opened from a mail, wherever that is read: the tab does not say of what place this is. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stop");
  return { title: { absolute: t("title") } };
}

/**
 * Where a notice's link to stop leads. Opening it changes nothing, and looks nothing up: mail scanners open every link,
 * and for a link that is nobody's it is the same.
 */
export default async function StopPage({ params }: PageProps) {
  const { token } = await params;
  return (
    <Frame footer={<Languages />}>
      <Texts of={["stop", "refusal", "fault"]}>
        <Stop token={token} />
      </Texts>
    </Frame>
  );
}
