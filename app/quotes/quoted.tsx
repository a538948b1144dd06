import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Seat } from "#conversation/seats";
import { Answers } from "../fields/answers";
import styles from "./quoted.module.css";

interface QuotedProps {
  readonly seat: Seat;
  /** Who said it, and in what. */
  readonly from: string;
  readonly words: Words;
  /** What was asked; none where somebody simply spoke. */
  readonly fields: readonly Field[];
}

/** What somebody said in a conversation, word for word, in their colour. */
export function Quoted({ seat, from, words, fields }: QuotedProps) {
  return (
    <figure className={styles.quoted} data-seat={seat}>
      <blockquote>
        {fields.length > 0 ? (
          <Answers fields={fields} words={words} />
        ) : (
          Object.entries(words).map(([id, value]) => (
            <p key={id} className={styles.said}>
              {String(value)}
            </p>
          ))
        )}
      </blockquote>
      <figcaption className={styles.from}>{from}</figcaption>
    </figure>
  );
}
