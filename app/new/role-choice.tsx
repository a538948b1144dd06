import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Role } from "#conversation/guide";
import { RadioCards } from "../ui/radio-cards";
import styles from "./form.module.css";

interface RoleChoiceProps {
  readonly roles: readonly Role[];
  /** What the other is called, where they have a name here. */
  readonly other: string | null;
}

/** Which part is one's own. The other takes the other one, and reads what it asks of them. */
export function RoleChoice({ roles, other }: RoleChoiceProps) {
  const t = useTranslations("new");
  const [mine, setMine] = useState(roles[0]?.id);
  const others = roles.find(({ id }) => id !== mine);
  if (!others) return null; // there is nothing to choose
  return (
    <div className={styles.role}>
      <RadioCards
        legend={t("role")}
        name="role"
        cards={roles.map(({ id, mine: title }) => ({ value: id, title }))}
        first={mine}
        onChoose={setMine}
      />
      <p className={styles.small} aria-live="polite">
        {other ? t("otherReads", { other, role: others.yours }) : t("partnerReads", { role: others.yours })}
      </p>
    </div>
  );
}
