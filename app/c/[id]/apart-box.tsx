import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import fields from "../../fields/fields.module.css";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";

/** What is said apart, in a caucus and afterwards, for the two whose caucus it is. Nothing for anybody else. */
export function ApartBox() {
  const t = useTranslations("conversation.apart");
  const names = useNames();
  const { state, seat, apart, therapists } = useConversation();
  const { caucus } = state;
  const isOn = caucus !== null && (seat === "t" || caucus.with === seat) && state.roster.therapist;
  if (!isOn && apart.length === 0) return null;
  const partner = seat === "t" ? (caucus?.with ?? apart[0]?.with ?? "a") : "t";
  return (
    <section className={styles.box} aria-label={t("title", { name: names.of(partner) })}>
      <h2>{t("title", { name: names.of(partner) })}</h2>
      {seat === "t"
        ? null
        : therapists.map(({ name, secrets }) => (
            <p key={name} className={styles.hint}>
              {t(`secrets.${secrets}`, { name })}
            </p>
          ))}
      <ol className={styles.lines}>
        {apart.map(({ id, from, text }) => (
          <li key={id}>
            <small>{names.isMe(from) ? t("you") : names.of(from)}</small>
            <br />
            {text ?? t("unreadable")}
          </li>
        ))}
      </ol>
      {isOn ? <Say /> : null}
    </section>
  );
}

function Say() {
  const t = useTranslations("conversation.apart");
  const { live } = useConversation();
  const id = useId();
  const [text, setText] = useState("");
  // The same until it is kept: what was lost on the way is not said twice.
  const [apartId, setApartId] = useState(() => uuidv7());
  const [sending, setSending] = useState<"no" | "now" | "failed">("no");

  async function send(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (text.trim() === "" || sending === "now") return;
    setSending("now");
    const isKept = await live.sayApart(apartId, text);
    setSending(isKept ? "no" : "failed");
    if (!isKept) return;
    setText("");
    setApartId(uuidv7());
  }

  return (
    <form onSubmit={send}>
      <label className={fields.question} htmlFor={id}>
        {t("label")}
      </label>
      <textarea
        id={id}
        className={fields.text}
        value={text}
        maxLength={8_000}
        readOnly={sending === "now"}
        onChange={(event) => setText(event.target.value)}
      />
      {sending === "failed" ? <p role="alert">{t("failed")}</p> : null}
      <div className={styles.row}>
        <Button type="submit" look="primary" aria-disabled={sending === "now"}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
