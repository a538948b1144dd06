import { useTranslations } from "next-intl";
import { Line } from "./line";
import { Part } from "./part";
import { transcript } from "./transcript";
import { useConversation } from "./use-conversation";
import styles from "./words.module.css";

/** What was said, as a page of a book. At the end each part has its heading, to be read again. */
export function Words({ isOver }: { readonly isOver: boolean }) {
  const t = useTranslations("conversation");
  const { state, entries, seat } = useConversation();
  const chapters = transcript(state, entries, seat).filter(({ lines }) => lines.length > 0);
  if (chapters.length === 0) return null;
  return (
    <Part as="section" className={styles.words} label={t("said")}>
      {chapters.map(({ step, lines }) => (
        <div key={step.id} className={styles.chapter}>
          {/* While people talk the heading is only for those who listen to the page. */}
          <h2 className={isOver || step.kind !== "dialogue" ? undefined : "quiet-text"}>{step.title}</h2>
          {lines.map((line) => (
            <Line key={keyOf(line)} line={line} step={step} />
          ))}
        </div>
      ))}
    </Part>
  );
}

function keyOf(line: Parameters<typeof Line>[0]["line"]): number {
  switch (line.kind) {
    case "said":
      return line.said.seq;
    case "reflection":
      return line.reflection.seq;
    case "repair":
      return line.repair.seq;
    case "written":
      return line.written.seq;
    case "proposal":
      return line.proposal.seq;
    case "prompt":
      return line.prompt.seq;
    case "passed":
    case "paused":
    case "steered":
      return line.entry.seq;
  }
}
