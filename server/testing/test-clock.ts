/** The moment at which every test on a server begins. */
const EVENING = Date.parse("2026-03-01T19:00:00.000Z");

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): Date;
  forward(milliseconds: number): void;
}

export function makeClock(): TestClock {
  let at = EVENING;
  return {
    now: () => new Date(at),
    forward(milliseconds) {
      at += milliseconds;
    },
  };
}
