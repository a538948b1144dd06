import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { evenground } from "#server/evenground";
import { LeaveQuickly } from "../ui/leave-quickly";
import { PageFrame } from "../ui/page-frame";
import { whoIsAsking } from "./asking";
import { DeviceKey } from "./device-key";
import { MainNav, type MainPage } from "./main-nav";

interface FrameProps {
  readonly className?: string | undefined;
  readonly footer?: ReactNode;
  /** Which of the pages in the navigation this is. */
  readonly page?: MainPage;
  /** The space that this page belongs to. */
  readonly spaceId?: string;
  readonly children: ReactNode;
}

/**
 * The frame of every page but the first: the way out is always there, and for whoever is signed in, the way to their
 * own pages.
 */
export async function Frame({ className, footer, page, spaceId, children }: FrameProps) {
  const t = await getTranslations("common");
  const leave = <LeaveQuickly label={t("leaveQuickly")} to={evenground().environment.LEAVE_TO} />;
  const asking = await whoIsAsking();
  const isTherapist = asking !== null && (await evenground().therapistProfile(asking)) !== null;
  const nav = asking && <MainNav page={page} spaceId={spaceId} isTherapist={isTherapist} />;
  return (
    <PageFrame name={t("name")} skip={t("skip")} nav={nav} end={leave} footer={footer} className={className}>
      <DeviceKey />
      {children}
    </PageFrame>
  );
}
