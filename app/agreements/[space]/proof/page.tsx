import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import type { Proof } from "#server/paper/papers";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Button } from "../../../ui/button";
import { PaperLines } from "../../paper-sheet.server";
import styles from "./proof.module.css";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
  readonly searchParams: Promise<{ readonly of?: string | string[] }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

/**
 * Whether a copy on paper is unchanged: what the fingerprint is of that stands on it (`?of=`). A plain form: it works
 * without a script, and a fingerprint tells nobody anything who does not share the space.
 */
export default async function ProofPage({ params, searchParams }: PageProps) {
  const { space: spaceId } = await params;
  const { of } = await searchParams;
  const typed = typeof of === "string" ? of : "";
  const asking = await signedInOnly(`/agreements/${spaceId}/proof`);
  const locale = await getLocale();
  const proof = await evenground().papers.prove({ asking, locale }, spaceId, typed);
  if (!proof) notFound();
  const t = await getTranslations("paper.proof");
  return (
    <Frame spaceId={spaceId}>
      <div className={styles.page}>
        <p>
          <a href={`/agreements/${spaceId}`}>{t("back")}</a>
        </p>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
        <form method="get" action={`/agreements/${spaceId}/proof`} className={styles.form}>
          <label htmlFor="of">{t("label")}</label>
          <textarea
            id="of"
            name="of"
            rows={3}
            required
            maxLength={400}
            spellCheck={false}
            autoComplete="off"
            aria-describedby="of-hint"
            defaultValue={typed}
          />
          <p id="of-hint" className={styles.hint}>
            {t("hint")}
          </p>
          <Button look="primary" type="submit">
            {t("check")}
          </Button>
        </form>
        {typed !== "" && <Answer proof={proof} />}
        <h2>{t("howTitle")}</h2>
        <p>{t("how")}</p>
      </div>
    </Frame>
  );
}

async function Answer({ proof }: { readonly proof: Proof }) {
  const t = await getTranslations("paper.proof");
  switch (proof.kind) {
    case "unreadable":
      return <p className={styles.answer}>{t("unreadable")}</p>;
    case "none":
      return <p className={styles.answer}>{t("none")}</p>;
    case "register":
      return proof.spans.map(({ from, until }) => (
        <p key={from} className={styles.answer}>
          {t("register", { from, until: until ?? "now" })}
        </p>
      ));
    case "agreement":
      return (
        <section className={styles.answer}>
          <p>{t("agreement", { when: proof.agreedOn })}</p>
          <p>{proof.heldUntil === null ? t("holds") : t("heldUntil", { when: proof.heldUntil })}</p>
          <h2>{t("words")}</h2>
          <PaperLines lines={proof.lines} />
        </section>
      );
  }
}
