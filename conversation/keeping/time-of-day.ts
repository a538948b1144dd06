/** A time of day by the clocks of one time zone (an IANA name). */
export interface TimeOfDay {
  /** `19:30`. */
  readonly time: string;
  readonly zone: string;
}

const TEXT = /^((?:[01]\d|2[0-3]):[0-5]\d) ([A-Za-z][A-Za-z0-9_+/-]{0,63})$/;

/** Reads what stands in a field of kind `time`: `19:30 Europe/Berlin`; null where it is something else. */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  const [, time, zone] = TEXT.exec(text) ?? [];
  return time && zone ? { time, zone } : null;
}
