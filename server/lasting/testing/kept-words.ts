import type { Words } from "#conversation/moves";

// Answers that the questions of each sort take, as seen on the day of test servers (1 March 2026).

export const PROMISE: Words = {
  what: "I call when I am late",
  repeat: "weekly mo,we 2026-02-02/2026-12-31 Europe/Berlin",
  sign: "You hear it ring",
};
export const LATER_PROMISE: Words = { ...PROMISE, what: "I write when I am late" };
export const BOUNDARY: Words = {
  behaviour: "Reading each other’s messages",
  why: "I want to be asked",
  whose: "mine",
  // biome-ignore lint/suspicious/noThenProperty: the name of a question
  then: "I take my phone with me",
  review: "2026-06-01",
};
export const PLAN: Words = { what: "A walk by the river", on: "2026-03-01", who: "Both of us" };
