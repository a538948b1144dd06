import { expect, test } from "vitest";
import { PARTNERS } from "../seats";
import { namesKnown } from "./known-names";
import { bothSharing, type Consent, type Sharing } from "./sharing";

const NOTHING: Sharing = {
  conversations: {},
  newest: null,
  later: false,
  lasting: false,
  answers: false,
  checkIns: false,
  record: false,
};
const consent: Consent = { id: "one", secrets: "none", sharing: NOTHING };
const shared = (...seats: readonly ("a" | "b")[]) =>
  bothSharing({
    hasEnded: false,
    secrets: "none",
    consents: Object.fromEntries(seats.map((seat) => [seat, consent])),
  });

test("[Y7] before both have said yes the one who asked is known by name, and the other is not", () => {
  for (const both of [shared(), shared("a"), shared("b")]) {
    expect(namesKnown("a", both)).toEqual(["a"]);
    expect(namesKnown("b", both)).toEqual(["b"]);
  }
});

test("[Y7] whom the therapist has asked themselves they know, once they have come", () => {
  expect(namesKnown("t", shared())).toEqual(PARTNERS);
});

test("[Y7] whom a colleague has handed on nobody knows by name before both have said yes", () => {
  for (const both of [shared(), shared("a"), shared("b")]) expect(namesKnown("colleague", both)).toEqual([]);
});

test("[Y7] both are known once both have said yes, whatever it is they share", () => {
  for (const invitedBy of ["a", "b", "t", "colleague"] as const)
    expect(namesKnown(invitedBy, shared("a", "b"))).toEqual(PARTNERS);
});
