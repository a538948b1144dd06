import { useTranslations } from "next-intl";
import type { Partner } from "#conversation/seats";
import { floorOf } from "#conversation/state";
import { Stone } from "../../ui/stone";
import type { Banner } from "./banner";
import { useNames } from "./names";
import { Part } from "./part";
import styles from "./room.module.css";
import { ThirdSeat } from "./third-seat";
import { useConversation } from "./use-conversation";

interface GroundProps {
  readonly banner: Banner;
  /** The rank of the line that says what happens now. */
  readonly heading: "h1" | "h2";
}

/** One line, a stone for each partner, and between them what happens now. */
export function Ground({ banner, heading: Heading }: GroundProps) {
  const t = useTranslations("conversation");
  return (
    <Part as="section" className={styles.ground} label={t("ground")}>
      <GroundSeat seat="a" />
      <div className={styles.banner} aria-live="polite">
        <Heading>{banner.title}</Heading>
        <p>{banner.hint}</p>
        <ThirdSeat />
      </div>
      <GroundSeat seat="b" />
    </Part>
  );
}

function GroundSeat({ seat }: { readonly seat: Partner }) {
  const t = useTranslations("conversation");
  const { state, seats, here } = useConversation();
  const names = useNames();
  const info = seats.find((one) => one.seat === seat);
  const name = info?.name ?? null;
  const floor = floorOf(state);
  if (!state.roster.partners.includes(seat)) return <span />;
  const isHere = here.includes(seat) || names.isMe(seat);
  const presence = info?.left
    ? t("hasLeft")
    : name === null
      ? t("notCome")
      : isHere
        ? t("here")
        : t("notHere");
  return (
    <div className={styles.seat} data-seat={seat}>
      <Stone seat={seat} name={name} resting={floor !== null && floor !== seat} />
      <span>
        <b>{names.isMe(seat) ? t("nameYou", { name: names.of(seat) }) : names.of(seat)}</b>
        <small>
          {floor === seat ? `${t("hasFloor")}, ` : ""}
          {presence}
        </small>
      </span>
    </div>
  );
}
