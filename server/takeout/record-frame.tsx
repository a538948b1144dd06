import type { ReactNode } from "react";
import type { RecordTexts } from "./record-texts";

interface RecordFrameProps {
  readonly title: string;
  readonly texts: RecordTexts;
  readonly children: ReactNode;
}

/** What every page of a takeout is in: no script, nothing to load. */
export function RecordFrame({ title, texts, children }: RecordFrameProps) {
  return (
    <html lang={texts.locale}>
      {/* biome-ignore lint/style/noHeadElement: this is a file, and no page of Next’s */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        {/* Whoever finds this file open finds out what it is; nothing in it asks anybody for anything. */}
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

const STYLE = `
  :root { color-scheme: light dark }
  body { max-width: 42rem; margin: 3rem auto; padding-inline: 1.25rem; font: 1.0625rem/1.6 system-ui, sans-serif }
  h1, h2, h3 { font-family: Georgia, serif; font-weight: 500; line-height: 1.25 }
  h2 { margin-top: 4rem } h3 { margin-top: 3rem } h4 { margin: 1.5rem 0 0; font-size: 1rem }
  .step { margin-top: 2.5rem; border-top: 1px solid; padding-top: .75rem; font-weight: 500 }
  blockquote { margin: .4rem 0; font: 1.25rem/1.5 Georgia, serif; white-space: pre-wrap; overflow-wrap: anywhere }
  .question { margin: .8rem 0 0 } time, .note { font-size: .875rem; opacity: .75 } dt { font-weight: 600; margin-top: .8rem } dd { margin: 0 }
  @media print { body { margin: 0; max-width: none } article { break-inside: avoid } }
`;
