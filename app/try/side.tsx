import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { floorOf, statusOf } from "#conversation/state";
import ask from "../c/[id]/ask.module.css";
import room from "../c/[id]/room.module.css";
import { Seat } from "../c/[id]/seat";
import { ConversationContext, type OnPage, useConversation } from "../c/[id]/use-conversation";
import { Button } from "../ui/button";
import styles from "./try.module.css";
import { useExample } from "./use-example";

interface SideProps {
  readonly page: OnPage;
  readonly label: string;
  /** On a phone one side is shown at a time. */
  readonly isShown: boolean;
  readonly askId: string;
}

/** One side: the conversation as whoever sits there sees it, in the colour of who has the floor. */
export function Side({ page, ...rest }: SideProps) {
  return (
    <ConversationContext value={page}>
      <Room {...rest} />
    </ConversationContext>
  );
}

function Room({ label, isShown, askId }: Omit<SideProps, "page">) {
  const { state, seat, connection } = useConversation();
  const [filled, fill] = useFilling(askId);
  return (
    <section
      className={[room.tint, styles.side].join(" ")}
      aria-label={label}
      data-floor={floorOf(state) ?? "none"}
      data-seat={seat}
      data-connected={connection.kind === "online"}
      data-shown={isShown}
    >
      <p className={styles.whose} aria-hidden="true">
        {label}
      </p>
      <div className={room.main}>
        {/* A box takes up a draft when it comes onto the page: an example that was filled in needs a new one. */}
        <Seat key={filled} askId={askId} heading="h2">
          <BelowQuestion onFill={fill} />
        </Seat>
      </div>
    </section>
  );
}

/** How often an example was filled in, and what to call when one was: the question it is in gets the focus. */
function useFilling(askId: string): [number, () => void] {
  const [filled, setFilled] = useState(0);
  const focused = useRef(filled);
  useEffect(() => {
    if (focused.current === filled) return;
    focused.current = filled;
    document.getElementById(askId)?.focus();
  }, [filled, askId]);
  return [filled, () => setFilled((times) => times + 1)];
}

/** Sentences for those who only want to look; and at the end, that none of this is kept. */
function BelowQuestion({ onFill }: { onFill(): void }) {
  const t = useTranslations("try");
  const { live, state } = useConversation();
  const example = useExample();
  const status = statusOf(state);
  if (status === "complete" || status === "stopped") return <p className={ask.note}>{t("over")}</p>;
  if (!example) return null;
  return (
    <div>
      <Button
        look="pill"
        onClick={() => {
          live.keepDraft(example.slot, { text: example.text });
          onFill();
        }}
      >
        {t("useExample")}
      </Button>
    </div>
  );
}
