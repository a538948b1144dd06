"use client";

import { useState } from "react";
import { LAST_RESORT, lastResortLocale } from "../i18n/last-resort";
import { leaveTo } from "./leave-to";
import { Button } from "./ui/button";
import { Explanation } from "./ui/explanation";
import { LeaveQuickly } from "./ui/leave-quickly";
import { PageFrame } from "./ui/page-frame";
import "./fonts.css";
import "./tokens.css";
import "./base.css";

interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string };
}

/** The layout itself could not be made, and the messages with it. */
export default function GlobalError({ error }: GlobalErrorProps) {
  // Both before this page takes the place of the one that knew.
  const [to] = useState(leaveTo);
  const [locale] = useState(lastResortLocale);
  const words = LAST_RESORT[locale];
  return (
    <html lang={locale}>
      <body>
        <title>{words.name}</title>
        <PageFrame
          name={words.name}
          skip={words.skip}
          end={<LeaveQuickly label={words.leaveQuickly} to={to} />}
        >
          <Explanation title={words.title} announced>
            <p>{words.body}</p>
            {error.digest && (
              <p>
                {words.id} {error.digest}
              </p>
            )}
            <Button look="primary" onClick={() => window.location.reload()}>
              {words.again}
            </Button>
            <a href="/">{words.home}</a>
          </Explanation>
        </PageFrame>
      </body>
    </html>
  );
}
