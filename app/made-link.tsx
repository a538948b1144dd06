import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RenewAnswer } from "#wire/answers";
import { keepLink, useKeptLink } from "./kept-link";
import { send } from "./send";
import { type Unanswered, useTroubleWords } from "./trouble-words";
import { Button } from "./ui/button";
import { CopyButton } from "./ui/copy-button";
import { QrCode } from "./ui/qr-code";
import { TextField } from "./ui/text-field";
import { Trouble } from "./ui/trouble";
import { useIsAwake } from "./use-is-awake";

interface MadeLinkProps {
  /** Under which this tab remembers it. */
  readonly name: string;
  /** The call that makes it. */
  readonly path: string;
  readonly texts: Readonly<Record<"link" | "copy" | "code" | "make" | "again", string>>;
}

/** Makes a link that leads somebody in. It is told once, and this tab remembers it; making it again ends the one before. */
export function MadeLink({ name, path, texts }: MadeLinkProps) {
  const invite = useTranslations("invite");
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const link = useKeptLink(name);
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function make(): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send<RenewAnswer>(path, {});
    setIsSending(false);
    if (sent.kind === "answer") keepLink(name, sent.answer.invitation.url);
    else setUnanswered(sent);
  }

  return (
    <>
      {link && (
        <>
          <TextField label={texts.link} value={link} readOnly onFocus={(event) => event.target.select()} />
          <CopyButton
            text={link}
            label={texts.copy}
            copied={invite("copied")}
            failed={invite("copyFailed")}
          />
          <details>
            <summary>{texts.code}</summary>
            <QrCode text={link} label={invite("codeLabel")} />
          </details>
        </>
      )}
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div>
        <Button disabled={!isAwake || isSending} onClick={make}>
          {link ? texts.again : texts.make}
        </Button>
      </div>
    </>
  );
}
