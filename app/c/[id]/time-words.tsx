import { useTranslations } from "next-intl";
import type { Meeting, Suggestion } from "#conversation/meetings";
import { formatDayAndTime, LocalTime } from "./local-time";
import { useNames } from "./names";

/** Who has suggested a time to talk, and which. */
export function SuggestedWords({ suggestion: { by, at } }: { readonly suggestion: Suggestion }) {
  const t = useTranslations("conversation.goOn");
  const names = useNames();
  return (
    <LocalTime at={at} format={formatDayAndTime}>
      {(when) =>
        names.isMe(by) ? t("youSuggested", { when }) : t("suggested", { name: names.of(by), when })
      }
    </LocalTime>
  );
}

/** The time that both have set aside. */
export function SetAsideWords({ meeting: { at } }: { readonly meeting: Meeting }) {
  const t = useTranslations("conversation.goOn");
  return (
    <LocalTime at={at} format={formatDayAndTime}>
      {(when) => t("setAside", { when })}
    </LocalTime>
  );
}
