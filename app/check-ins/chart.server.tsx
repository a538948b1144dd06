import { scaleLinear, scaleUtc } from "@visx/scale";
import { line } from "@visx/shape";
import type { ReactNode } from "react";
import type { AnsweredAt } from "#conversation/check-ins/changes";
import type { Point } from "#conversation/check-ins/line";
import type { OwnCheckIn } from "#server/check-ins/read-check-ins";
import styles from "./chart.module.css";

export type OwnPoint = Point<OwnCheckIn>;

/** From when to when all charts of a page are drawn: the same for each, so that one day lies under the other. */
export interface Stretch {
  readonly from: Date;
  readonly until: Date;
}

interface ChartProps<From extends AnsweredAt = AnsweredAt> {
  /** One person's own line to one statement, in its stretches without a gap. */
  readonly stretches: readonly (readonly Point<From>[])[];
  readonly over: Stretch;
}

/** Room for the points at the edges, and for what is pressed there. */
const EDGE = 16;
/** What is pressed is larger than what is seen: 24 pixels on the smallest telephone (WCAG 2.5.8). */
const TARGET = 36;

/** A small one among others. It is a picture: what it shows stands beside it in words. */
export function SmallChart(props: ChartProps) {
  const { width, height, drawing } = draw(props, { width: 320, height: 96, radius: 3.5 });
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {drawing}
    </svg>
  );
}

interface LargeChartProps extends ChartProps<OwnCheckIn> {
  readonly label: string;
  /** What stands for a point where it can be reached. */
  link(point: OwnPoint): ReactNode;
}

/** One alone on a page, with its points to be reached by whatever one points or types with. */
export function LargeChart({ label, link, ...props }: LargeChartProps) {
  const { width, height, drawing, placeOf } = draw(props, { width: 420, height: 220, radius: 4 });
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`}>
      <title>{label}</title>
      {drawing}
      {props.stretches.flat().map((point) => {
        const { x, y } = placeOf(point);
        return (
          <foreignObject
            key={point.from.id}
            className={styles.target}
            x={x - TARGET / 2}
            y={y - TARGET / 2}
            width={TARGET}
            height={TARGET}
          >
            {link(point)}
          </foreignObject>
        );
      })}
    </svg>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
  /** Of a point. */
  readonly radius: number;
}

/**
 * One person's own line. It is drawn here and nothing of it runs in the browser. What lies between two stretches is not
 * known, and stays empty.
 */
function draw({ stretches, over }: ChartProps, { width, height, radius }: Size) {
  const x = scaleUtc({ domain: wideEnough(over), range: [EDGE, width - EDGE] });
  const y = scaleLinear({ domain: [0, 10], range: [height - EDGE, EDGE] });
  const placeOf = ({ value, from }: Point) => ({ x: x(from.at), y: y(value) });
  const path = line<Point>({ x: (point) => placeOf(point).x, y: (point) => placeOf(point).y });
  const drawing = (
    <>
      {[0, 5, 10].map((value) => (
        <path key={value} className={styles.ground} d={`M${EDGE / 2} ${y(value)}H${width - EDGE / 2}`} />
      ))}
      {stretches.map((stretch) => (
        <path key={stretch[0]?.from.at.getTime()} className={styles.line} d={path([...stretch]) ?? ""} />
      ))}
      {stretches.flat().map((point) => {
        const { x: cx, y: cy } = placeOf(point);
        return <circle key={point.from.at.getTime()} className={styles.point} cx={cx} cy={cy} r={radius} />;
      })}
    </>
  );
  return { width, height, drawing, placeOf };
}

const DAY = 86_400_000;

/** A single moment lies in the middle of two days. */
function wideEnough({ from, until }: Stretch): [Date, Date] {
  if (from.getTime() !== until.getTime()) return [from, until];
  return [new Date(from.getTime() - DAY), new Date(until.getTime() + DAY)];
}
