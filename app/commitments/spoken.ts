/** The parts of messages/ that the buttons and boxes of this page speak with. */
export const SPOKEN = [
  "commitments",
  "agreements",
  "lasting",
  "fields",
  "wording",
  "refusal",
  "fault",
] as const;
