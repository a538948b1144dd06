"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { OwnGuideProblem } from "#conversation/own-guides/guide-problems";
import type { KeptAnswer } from "#wire/answers";
import { send } from "../../send";
import { type Unanswered, useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/select-field";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "../practice.module.css";
import { Problems } from "./problems";

/** Larger than any guide; what is larger is not even read. */
const MOST_BYTES = 2_000_000;

interface NewGuideProps {
  readonly shipped: readonly { readonly id: string; readonly title: string }[];
}

/** With nothing, as a copy of one that comes with the product, or from a file. */
export function NewGuide({ shipped }: NewGuideProps) {
  const t = useTranslations("ownGuides.new");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const fileId = useId();
  const [copied, setCopied] = useState(shipped[0]?.id ?? "");
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const [problems, setProblems] = useState<readonly OwnGuideProblem[]>([]);

  async function begin(from: object): Promise<void> {
    setUnanswered(null);
    setProblems([]);
    setIsSending(true);
    const sent = await send<KeptAnswer>("/api/practice/guides", { guideId: uuidv7(), from });
    if (sent.kind === "answer") return router.push(`/practice/guides/${sent.answer.id}`);
    setIsSending(false);
    if (sent.kind === "refused" && sent.refusal.kind === "bad-guide") setProblems(sent.refusal.problems);
    setUnanswered(sent);
  }

  async function bringIn({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = currentTarget.files ?? [];
    currentTarget.value = "";
    if (!file) return;
    if (file.size > MOST_BYTES)
      return setUnanswered({ kind: "refused", refusal: { kind: "too-large", limit: MOST_BYTES } });
    const guide = parse(await file.text());
    if (guide === undefined) return setProblems([{ at: "guide", why: "not-json" }]);
    await begin({ kind: "file", guide });
  }

  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Button disabled={!isAwake || isSending} onClick={() => begin({ kind: "nothing" })}>
          {t("nothing")}
        </Button>
      </div>
      <SelectField
        label={t("shipped")}
        options={shipped.map(({ id, title }) => ({ value: id, text: title }))}
        disabled={!isAwake}
        value={copied}
        onChange={(event) => setCopied(event.target.value)}
      />
      <div>
        <Button disabled={!isAwake || isSending} onClick={() => begin({ kind: "shipped", guide: copied })}>
          {t("copy")}
        </Button>
      </div>
      <div>
        <label htmlFor={fileId} className={styles.fileLabel}>
          {t("file")}
        </label>
        <input
          type="file"
          id={fileId}
          accept="application/json,.json"
          disabled={!isAwake || isSending}
          onChange={bringIn}
        />
        <p className={styles.small}>{t("fileHint")}</p>
      </div>
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <Problems problems={problems} steps={null} />
    </div>
  );
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
