import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { whoIsAsking } from "../server/asking";
import { Frame } from "../server/frame";
import { Languages } from "../server/languages";
import { Texts } from "../server/texts";
import { AboutMail } from "./about-mail.server";
import { isCodeWaiting } from "./code-waiting.server";
import { SignIn } from "./sign-in";
import styles from "./sign-in.module.css";
import { SignedIn } from "./signed-in.server";
import { whereTo } from "./where-to";

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

/** Who you are for us: an address, then the code that was sent there; or another way, where there is one. */
export default async function SignInPage({ searchParams }: PageProps) {
  const { to, error } = await searchParams;
  const asking = await whoIsAsking();
  return (
    <Frame footer={<Languages />}>
      <Texts of={["signIn", "refusal", "fault"]}>
        {asking && !asking.isGuest ? (
          <SignedIn asking={asking} />
        ) : (
          <Ways guest={asking?.name ?? null} to={whereTo(to)} hasFailed={error !== undefined} />
        )}
      </Texts>
    </Frame>
  );
}

interface WaysProps {
  /** What a guest is called whom this browser knows; null for a stranger. */
  readonly guest: string | null;
  readonly to: string;
  /** Signing in elsewhere did not work; next-auth comes back with why, which says nothing to a person. */
  readonly hasFailed: boolean;
}

async function Ways({ guest, to, hasFailed }: WaysProps) {
  const t = await getTranslations("signIn");
  const { waysIn, mail } = evenground();
  return (
    <div className={styles.column}>
      <SignIn
        guest={guest}
        hasMail={mail.reaches !== "nobody"}
        isAsked={await isCodeWaiting()}
        providers={waysIn}
        hasFailed={hasFailed}
        to={to}
      >
        <AboutMail reaches={mail.reaches} />
        <noscript>{t("noScript")}</noscript>
      </SignIn>
    </div>
  );
}
