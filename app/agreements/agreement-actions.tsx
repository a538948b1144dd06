"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useKeeping } from "../lasting/use-keeping";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { useFocusKept } from "../use-focus-kept";
import type { AgreementActionsProps } from "./acted-on";
import styles from "./agreements.module.css";
import { ChangeForm } from "./change-form";
import { CrossedForm } from "./crossed-form";
import { EndNow } from "./end-now";

type Form = "change" | "keep" | "crossed";
type Done = "proposed" | "crossed" | "ended";

/** What can be done with an agreement that holds. Which box is open, and what stands in it, stays whatever happens to it. */
export function AgreementActions(props: AgreementActionsProps) {
  const t = useTranslations("agreements.actions");
  const { couple, agreement, waiting, isDue } = props;
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [form, setForm] = useState<Form | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const close = () => setForm(null);
  const open = (next: Form) => {
    setDone(null);
    setForm(next);
  };
  const finish = (how: Done) => {
    setForm(null);
    setDone(how);
  };
  return (
    <div ref={place} tabIndex={-1} className={styles.actions}>
      {isDue && waiting === null && !form ? <p>{t("due")}</p> : null}
      {form === "crossed" ? (
        <CrossedForm {...props} onTaken={() => finish("crossed")} onClose={close} />
      ) : form ? (
        <ChangeForm
          {...props}
          onlyReview={form === "keep"}
          onTaken={() => finish("proposed")}
          onClose={close}
        />
      ) : agreement.hasEnded || couple.hasLeft ? null : (
        <Choices {...props} onOpen={open} onDone={finish} />
      )}
      <p role="status">{done ? t(`done.${done}`, { other: couple.other }) : null}</p>
    </div>
  );
}

interface ChoicesProps extends AgreementActionsProps {
  onOpen(form: Form): void;
  onDone(done: Done): void;
}

function Choices({ couple, agreement, waiting, isDue, onOpen, onDone }: ChoicesProps) {
  const t = useTranslations("agreements.actions");
  const { send, isSending, trouble } = useKeeping(couple.spaceId);
  const { id, version, sort } = agreement;
  const endTogether = async () => {
    if (await send({ kind: "propose", agreement: id, version, change: "end" })) onDone("proposed");
  };
  return (
    <>
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <div className={styles.row}>
        {waiting === null && (
          <>
            {isDue && (
              <Button look="primary" disabled={isSending} onClick={() => onOpen("keep")}>
                {t("keep")}
              </Button>
            )}
            <Button disabled={isSending} onClick={() => onOpen("change")}>
              {t("change")}
            </Button>
            <Button disabled={isSending} onClick={endTogether}>
              {t("endTogether")}
            </Button>
          </>
        )}
        {sort === "boundary" && (
          <Button disabled={isSending} onClick={() => onOpen("crossed")}>
            {t("crossed")}
          </Button>
        )}
        <EndNow couple={couple} agreement={id} onEnded={() => onDone("ended")} />
      </div>
    </>
  );
}
