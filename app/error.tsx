"use client";

import { useTranslations } from "next-intl";
import { leaveTo } from "./leave-to";
import { Button } from "./ui/button";
import { Explanation } from "./ui/explanation";
import { LeaveQuickly } from "./ui/leave-quickly";
import { PageFrame } from "./ui/page-frame";

interface ErrorPageProps {
  /** Next gives a fault of the server a number of its own, and keeps the rest of it from the browser. */
  readonly error: Error & { readonly digest?: string };
  /** Asks the server for the page again. */
  readonly retry: () => void;
}

/** A page that could not be made. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("fault");
  const common = useTranslations("common");
  const leave = <LeaveQuickly label={common("leaveQuickly")} to={leaveTo()} />;
  return (
    <PageFrame name={common("name")} skip={common("skip")} end={leave}>
      <Explanation title={t("title")} announced>
        <p>{t("body")}</p>
        {error.digest && <p>{t("id", { id: error.digest })}</p>}
        <Button look="primary" onClick={retry}>
          {t("again")}
        </Button>
        <a href="/">{t("home")}</a>
      </Explanation>
    </PageFrame>
  );
}
