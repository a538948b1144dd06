import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { whoIsAsking } from "../../server/asking";
import { Frame } from "../../server/frame";
import { Texts } from "../../server/texts";
import { Explanation } from "../../ui/explanation";
import styles from "../sign-in.module.css";
import { whereTo } from "../where-to";
import { GuestChoice } from "./guest-choice";

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

/** Somebody known has signed in where a guest had begun something: does it come along? A number, and no words. */
export default async function GuestPage({ searchParams }: PageProps) {
  const { to } = await searchParams;
  const t = await getTranslations("signIn.guest");
  const asking = await whoIsAsking();
  const guest = asking && (await evenground().guestBefore(asking));
  if (!guest) redirect(whereTo(to));
  return (
    <Frame>
      <div className={styles.column}>
        <Explanation title={t("title")}>
          <p>{t("text", { count: guest.conversations })}</p>
          <Texts of={["signIn", "refusal", "fault"]}>
            <GuestChoice to={whereTo(to)} />
          </Texts>
        </Explanation>
      </div>
    </Frame>
  );
}
