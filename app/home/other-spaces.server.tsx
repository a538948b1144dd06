import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import type { OwnSpace } from "#db/spaces";
import { evenground } from "#server/evenground";
import styles from "./notes.module.css";

interface OtherSpacesProps {
  readonly asking: Asking;
  /** The space that is shown. */
  readonly current: string;
}

/** The way to what one shares with somebody else. Most people share one space, and never see this. */
export async function OtherSpaces({ asking, current }: OtherSpacesProps) {
  const t = await getTranslations("home");
  const others = (await evenground().spaces(asking)).filter(({ id }) => id !== current);
  if (others.length === 0) return null;
  const nameOf = ({ other, otherLeft }: OwnSpace) => {
    if (!other) return t(otherLeft ? "spaceLeftUnnamed" : "spaceFree");
    return t(otherLeft ? "spaceLeft" : "spaceWith", { other });
  };
  return (
    <nav className={styles.spaces} aria-label={t("spaces")}>
      <ul>
        {others.map((space) => (
          <li key={space.id}>
            <a href={`/home/${space.id}`}>{nameOf(space)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
