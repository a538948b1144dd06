import { otherPartner, PARTNERS } from "#conversation/seats";
import type { OwnSpace } from "#db/spaces";
import { Stone } from "../ui/stone";
import styles from "./couple.module.css";
import { coupleName } from "./names.server";

/** Who shares a space, in the order of their seats, so that both read the same. */
export async function Couple({ space }: { readonly space: OwnSpace }) {
  return (
    <div className={styles.couple}>
      <h1>{await coupleName(space)}</h1>
      <div className={styles.stones}>
        {PARTNERS.map((seat) => (
          <Stone
            key={seat}
            seat={seat}
            name={seat === space.seat ? space.name : space.other}
            resting={space.otherLeft && seat === otherPartner(space.seat)}
          />
        ))}
      </div>
    </div>
  );
}
