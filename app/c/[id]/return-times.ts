const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type ReturnChoice = "min20" | "hour1" | "hours3" | "tomorrow";

/**
 * When a break would end that begins at `now` (the server's time, in milliseconds), for each choice.
 * Whole minutes, and half a minute to spare: the move takes a while to arrive, and 20 minutes and 24 hours are limits.
 */
export function returnTimes(now: number): Readonly<Record<ReturnChoice, Date>> {
  const atLeast = (ahead: number) => new Date(Math.ceil((now + ahead + MINUTE / 2) / MINUTE) * MINUTE);
  const atMost = (ahead: number) => new Date(Math.floor((now + ahead) / MINUTE) * MINUTE);
  return {
    min20: atLeast(20 * MINUTE),
    hour1: atLeast(HOUR),
    hours3: atLeast(3 * HOUR),
    tomorrow: atMost(24 * HOUR),
  };
}

/** The next time the clock on the wall shows `time` ("21:30") after `now`, in this browser's zone; null for no time. */
export function nextTime(time: string, now: number): Date | null {
  const [hours, minutes] = time.split(":").map(Number);
  if (hours === undefined || minutes === undefined || !Number.isInteger(hours + minutes)) return null;
  const at = new Date(now);
  at.setHours(hours, minutes, 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  return at;
}
