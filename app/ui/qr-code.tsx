import { encode } from "uqr";
import styles from "./qr-code.module.css";

interface QrCodeProps {
  readonly text: string;
  /** What it is, for whoever cannot scan it. */
  readonly label: string;
}

/** A text as a code to scan. Scanners want dark on light with room around it, so it looks the same in the dark. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={data.map(rowPath).join("")} />
    </svg>
  );
}

/** The dark squares of one row: one stroke for each run of them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  let start = -1;
  for (let x = 0; x <= row.length; x += 1) {
    if (row[x] && start < 0) start = x;
    if (!row[x] && start >= 0) {
      path += `M${start} ${y}h${x - start}v1H${start}z`;
      start = -1;
    }
  }
  return path;
}
