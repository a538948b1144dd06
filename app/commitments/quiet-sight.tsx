"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { SightAnswer } from "../lasting/sight-answer";
import { Button } from "../ui/button";

/** What the other says to what was told of a day; nobody is asked, and a button says that one can. */
export function QuietSight(props: ComponentProps<typeof SightAnswer>) {
  const t = useTranslations("commitments.told");
  const [isOpen, setOpen] = useState(false);
  if (props.sight !== null || isOpen) return <SightAnswer {...props} />;
  if (props.isMine || props.couple.hasLeft) return null;
  return (
    <div>
      <Button look="plain" onClick={() => setOpen(true)}>
        {t("see")}
      </Button>
    </div>
  );
}
