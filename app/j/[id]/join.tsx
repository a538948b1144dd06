"use client";

import { Stone } from "../../ui/stone";
import { Invitation } from "./invitation";
import styles from "./join.module.css";
import { Outcome } from "./outcome";
import { forgetSecret } from "./secret";
import { useClaim, useInvitation } from "./use-invitation";
import { Waiting } from "./waiting";

interface JoinProps {
  readonly id: string;
  /** What this browser's person is called already; empty for a stranger. */
  readonly name: string;
  /** The seat was asked for from here, and the opener has not answered yet. */
  readonly isWaiting: boolean;
}

/** The invitation, from the first look to the seat. */
export function Join({ id, name, isWaiting }: JoinProps) {
  const { view, setView, opener, look } = useInvitation(id, isWaiting);
  const { claim, isArriving } = useClaim(id, setView);
  const isInvited = view.kind === "invited";
  const leadsSomewhere = isWaiting || isInvited || view.kind === "declined" || view.kind === "own";
  return (
    <div className={styles.join}>
      <div className={styles.ground}>
        {/* Whose stone it is is not known any more after a reload: it has no letter then. */}
        {leadsSomewhere && <Stone seat="a" name={opener ?? " "} />}
        {leadsSomewhere && <Stone seat="b" />}
      </div>
      {isWaiting && <Waiting opener={opener} id={id} />}
      {!isWaiting && !isInvited && <Outcome view={view} setView={setView} look={look} />}
      {!isWaiting && isInvited && (
        <Invitation
          offer={view.offer}
          name={name}
          isArriving={isArriving}
          onClaim={(called) => claim(view.offer, called)}
          onDecline={() => {
            forgetSecret(id);
            setView({ kind: "declined", offer: view.offer });
          }}
        />
      )}
    </div>
  );
}
