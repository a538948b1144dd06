import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { evenground } from "#server/evenground";
import { LeaveQuickly } from "../ui/leave-quickly";
import { PageFrame } from "../ui/page-frame";

interface FrameProps {
  readonly className?: string | undefined;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page but the first: the way out is always there. */
export async function Frame({ className, footer, children }: FrameProps) {
  const t = await getTranslations("common");
  const leave = <LeaveQuickly label={t("leaveQuickly")} to={evenground().environment.LEAVE_TO} />;
  return (
    <PageFrame name={t("name")} skip={t("skip")} end={leave} footer={footer} className={className}>
      {children}
    </PageFrame>
  );
}
