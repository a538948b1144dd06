import type { Paper, PaperLine, PaperWording } from "#server/paper/paper";
import styles from "./paper-sheet.module.css";

/** Agreements as they stand on paper, with the same words as the PDF has. */
export function PaperSheet({ paper }: { readonly paper: Paper }) {
  const { language, title, between, madeOn, none, parts, fingerprintOfAll, says } = paper;
  return (
    <article className={styles.sheet} lang={language}>
      <header>
        <h2>{title}</h2>
        <p className={styles.between}>{between}</p>
        <p className={styles.small}>{madeOn}</p>
      </header>
      {parts.length === 0 && <p className={styles.none}>{none}</p>}
      {parts.map(({ heading, entries }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {entries.map((entry) => (
            <div key={entry.id} className={styles.agreement}>
              <h4>{entry.heading}</h4>
              <Wording wording={entry} says={says} />
              {entry.earlier.length > 0 && <h5>{says.earlier}</h5>}
              {entry.earlier.map((wording) => (
                <div key={wording.facts.join()} className={styles.agreement}>
                  <Wording wording={wording} says={says} />
                </div>
              ))}
            </div>
          ))}
        </section>
      ))}
      <footer>
        {fingerprintOfAll && <Fingerprint label={says.fingerprintOfAll} groups={fingerprintOfAll} />}
        {parts.length > 0 && says.howToCheck && <p className={styles.small}>{says.howToCheck}</p>}
        <p className={styles.small}>{says.days}</p>
      </footer>
    </article>
  );
}

function Wording({ wording, says }: { readonly wording: PaperWording; readonly says: Paper["says"] }) {
  const { lines, facts, fingerprint } = wording;
  return (
    <>
      {lines ? <PaperLines lines={lines} /> : <p className={styles.small}>{says.unreadable}</p>}
      {facts.map((fact) => (
        <p key={fact} className={styles.small}>
          {fact}
        </p>
      ))}
      {fingerprint && <Fingerprint label={says.fingerprint} groups={fingerprint} />}
    </>
  );
}

/** The answers of one wording, each under its question. */
export function PaperLines({ lines }: { readonly lines: readonly PaperLine[] }) {
  return lines.map(({ label, text }) => (
    <div key={`${label} ${text}`} className={styles.line}>
      {label && <p className={styles.label}>{label}</p>}
      <p className={styles.words}>{text}</p>
    </div>
  ));
}

function Fingerprint({ label, groups }: { readonly label: string; readonly groups: string }) {
  return (
    <p className={styles.fingerprint}>
      {label} <code>{groups}</code>
    </p>
  );
}
