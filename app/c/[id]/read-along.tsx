import { useTranslations } from "next-intl";
import type { Seen } from "#conversation/guide";
import { useConversation } from "./use-conversation";

interface ReadAlongProps {
  readonly className: string | undefined;
  /** Who reads what is written here; everybody, where it is not said. */
  readonly seen?: Seen;
}

/** Beside a box: that a therapist reads what is written into it, and what becomes of it. Nothing where none does. */
export function ReadAlong({ className, seen = "at-once" }: ReadAlongProps) {
  const t = useTranslations("conversation.readAlong");
  const { therapists, seat } = useConversation();
  if (seat === "t" || seen === "self") return null;
  if (seen === "therapist" && !therapists.some(({ readsMyAnswers }) => readsMyAnswers))
    return <p className={className}>{t("nobody")}</p>;
  return therapists
    .filter(({ readsMyAnswers }) => seen !== "therapist" || readsMyAnswers)
    .map(({ name, secrets }) => (
      <p key={name} className={className}>
        {seen === "therapist" ? t("alone", { name }) : t("along", { name })}{" "}
        {t(`secrets.${secrets}`, { name })}
      </p>
    ));
}
