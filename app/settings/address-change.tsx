"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { AddressCodes } from "./address-codes";
import { NewAddress } from "./new-address";
import styles from "./settings.module.css";

type Stage =
  | { readonly kind: "closed" | "asking" | "changed" }
  | { readonly kind: "sent"; readonly address: string; readonly toBoth: boolean };

/** Another address: first the address, then the codes that were sent. */
export function AddressChange({ hasAddress }: { readonly hasAddress: boolean }) {
  const t = useTranslations("settings.wayIn");
  const router = useRouter();
  const [stage, setStage] = useState<Stage>({ kind: "closed" });
  const close = () => setStage({ kind: "closed" });
  return (
    <>
      <p role="status" className={styles.note}>
        {stage.kind === "changed" && t("changed")}
      </p>
      {stage.kind === "asking" && (
        <NewAddress
          hasAddress={hasAddress}
          onSent={(address, toBoth) => setStage({ kind: "sent", address, toBoth })}
          onCancel={close}
        />
      )}
      {stage.kind === "sent" && (
        <AddressCodes
          address={stage.address}
          toBoth={stage.toBoth}
          onChanged={() => {
            setStage({ kind: "changed" });
            router.refresh();
          }}
          onCancel={close}
        />
      )}
      {(stage.kind === "closed" || stage.kind === "changed") && (
        <div className={styles.row}>
          <Button onClick={() => setStage({ kind: "asking" })}>{hasAddress ? t("change") : t("give")}</Button>
        </div>
      )}
    </>
  );
}
