import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { render } from "@react-email/render";
import { Text } from "@react-email/text";
import type { Locale } from "#wire/locales";
import { directionOf } from "./locale-of";

/** A paragraph, or an address to go to, which stands alone. */
export type LetterPart = string | { readonly link: string };

interface LetterPageProps {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}

/**
 * A letter as a page for mail programs. There is nothing in it to load, and nothing that tells where it is from. To be
 * called in the server's own module graph: Next takes no react-dom/server from its routes.
 */
export function letterPage(letter: LetterPageProps, locale: Locale): Promise<string> {
  return render(<LetterPage {...letter} locale={locale} />);
}

function LetterPage({ subject, parts, locale }: LetterPageProps & { readonly locale: Locale }) {
  return (
    <Html lang={locale} dir={directionOf(locale)}>
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
      </Head>
      <Body style={BODY}>
        {/* What a locked screen shows under the subject: the subject once more, and never a code. */}
        <Preview>{subject}</Preview>
        <Container style={COLUMN}>
          {parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: it is made once, and nothing in it ever moves
            <Text key={place} style={PARAGRAPH}>
              {typeof part === "string" ? (
                part
              ) : (
                <Link href={part.link} rel="noreferrer" style={LINK}>
                  {part.link}
                </Link>
              )}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}

// No colours at all: those of the mail program are right, by day and by night.
const BODY = { margin: 0, padding: "16px", fontFamily: "system-ui, -apple-system, 'Segoe UI', sans-serif" };
const COLUMN = { maxWidth: "544px", margin: "0 auto" };
const PARAGRAPH = { fontSize: "16px", lineHeight: "24px", margin: "0 0 20px" };
/** It can be read to its end, on a phone too: whoever presses it sees before where it leads. */
const LINK = { color: "inherit", textDecoration: "underline", overflowWrap: "anywhere" } as const;
