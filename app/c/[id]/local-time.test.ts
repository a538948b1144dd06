import { expect, test } from "vitest";
import { formatDayAndTime, formatTime } from "./local-time";

const AT = new Date(2027, 0, 8, 21, 5);
const plain = (time: string) => time.replace(/\s/gu, " ");

test("a time of day is told as in the reader’s language", () => {
  expect(plain(formatTime(AT, "en", AT))).toBe("9:05 PM");
  expect(plain(formatTime(AT, "de", AT))).toBe("21:05");
  expect(plain(formatTime(AT, "es", AT))).toBe("21:05");
});

test("with its day where it is not today", () => {
  const dayBefore = new Date(2027, 0, 7);
  expect(plain(formatTime(AT, "en", dayBefore))).toBe("Friday 9:05 PM");
  expect(plain(formatTime(AT, "de", dayBefore))).toBe("Freitag, 21:05");
  expect(plain(formatTime(AT, "es", dayBefore))).toBe("viernes, 21:05");
});

test("one that may be weeks away with its date", () => {
  expect(plain(formatDayAndTime(AT, "en"))).toBe("Friday, January 8 at 9:05 PM");
  expect(plain(formatDayAndTime(AT, "de"))).toBe("Freitag, 8. Januar um 21:05");
  expect(plain(formatDayAndTime(AT, "es"))).toBe("viernes, 8 de enero, 21:05");
});
