"use client";

import { useState } from "react";
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

/** The layout itself could not be made, and the messages come with the layout: these words are here to be had. */
export default function GlobalError({ error }: GlobalErrorProps) {
  const [to] = useState(leaveTo); // before this page takes the place of the one that knew
  return (
    <html lang="en">
      <body>
        <title>Evenground</title>
        <PageFrame
          name="Evenground"
          skip="Skip to the main part"
          end={<LeaveQuickly label="Leave quickly" to={to} />}
        >
          <Explanation title="Something broke on our side" announced>
            <p>What you had sent is kept. Please try again in a moment.</p>
            {error.digest && <p>If you tell someone about it, this number helps: {error.digest}</p>}
            <Button look="primary" onClick={() => window.location.reload()}>
              Try again
            </Button>
            <a href="/">To the first page</a>
          </Explanation>
        </PageFrame>
      </body>
    </html>
  );
}
