"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ProposalSort } from "#conversation/agreements";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Couple } from "../lasting/couple";
import { useKeeping } from "../lasting/use-keeping";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { useFocusKept } from "../use-focus-kept";
import styles from "./agreements.module.css";
import { ChangeForm } from "./change-form";
import { CrossedForm } from "./crossed-form";
import { EndNow } from "./end-now";

/** What the buttons of an agreement need to know of it. */
export interface ActedOn {
  readonly id: string;
  readonly sort: ProposalSort;
  /** The wording that is on the page. */
  readonly version: number;
  readonly hasEnded: boolean;
  /** Null where they cannot be opened. */
  readonly words: Words | null;
}

export interface AgreementActionsProps {
  readonly couple: Couple;
  readonly agreement: ActedOn;
  readonly fields: readonly Field[];
  /** The number of the proposal that waits: a new one takes its place. */
  readonly waiting: number | null;
  /** Its day has come: to keep it is the first thing offered. */
  readonly isDue: boolean;
}

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
