import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ProposalSort } from "#conversation/agreements";
import type { Words } from "#conversation/moves";
import { rosterFor } from "#conversation/roster-for";
import type { Partner, Seat } from "#conversation/seats";
import { pairGuide, settling } from "#conversation/testing/guides";
import type { Opened } from "#wire/events";
import messages from "../../../messages/en.json";
import { makeLiveConversation } from "./live-conversation";
import { type AgreementTitles, useAgreementTitles } from "./use-agreement-titles";
import { ConversationContext } from "./use-conversation";

const guide = pairGuide(settling());

/** A conversation of Mara, in seat a, and Jon, as it was loaded with the page. */
const openedAt = (seat: Seat): Opened => ({
  ok: true,
  seat,
  guide,
  roster: rosterFor(guide, "first"),
  topic: null,
  therapists: [],
  apart: [],
  whereabouts: [],
  word: null,
  seats: [
    { seat: "a", name: "Mara" },
    { seat: "b", name: "Jon" },
  ],
  head: 0,
  entries: [],
  revealed: [],
  drafts: [],
  due: [],
  agreed: [],
  ready: true,
  here: [],
  invitation: null,
  now: "2027-03-01T09:00:00Z",
});

function Title({ choose }: { readonly choose: (titles: AgreementTitles) => string }) {
  return choose(useAgreementTitles());
}

/** One title, as it is read in `seat`. */
function readBy(seat: Seat, choose: (titles: AgreementTitles) => string): string {
  const live = makeLiveConversation("of-a-test", openedAt(seat), () => new Promise(() => {}));
  const onPage = { live, suggestion: null, isOneOfTwo: false };
  const children = createElement(ConversationContext, { value: onPage }, createElement(Title, { choose }));
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "en", timeZone: "UTC", messages, children }),
  );
}

const agreement =
  (sort: ProposalSort, of: Partner, words?: Words) =>
  ({ ofAgreement }: AgreementTitles) =>
    ofAgreement({ sort, of }, words);

const offer =
  (sort: ProposalSort, by: Partner, of: Partner) =>
  ({ ofOffer }: AgreementTitles) =>
    ofOffer({ seq: 2, sort, by, of }, undefined);

test("a promise and a boundary are called by whose they are", () => {
  const whose = { whose: "mine" };
  expect(readBy("a", agreement("commitment", "a"))).toBe("Your promise");
  expect(readBy("b", agreement("commitment", "a"))).toBe("Mara’s promise");
  expect(readBy("b", agreement("repair-offer", "a"))).toBe("Mara’s promise");
  expect(readBy("a", agreement("boundary", "b", whose))).toBe("Jon’s boundary");
  expect(readBy("b", agreement("boundary", "b", whose))).toBe("Your boundary");
  expect(readBy("t", agreement("boundary", "b", whose))).toBe("Jon’s boundary");
});

test("what is for both of them is nobody’s more than the other’s", () => {
  for (const seat of ["a", "b"] as const) {
    const both = agreement("boundary", "a", { whose: "both" });
    expect(readBy(seat, both)).toBe("A boundary for both of you");
    expect(readBy(seat, agreement("plan", "a"))).toBe("A plan");
    expect(readBy(seat, agreement("milestone", "b"))).toBe("A small step");
  }
});

test("[S2] an offer says who makes it; what changes the other’s says whose it changes", () => {
  expect(readBy("a", offer("commitment", "a", "a"))).toBe("You offered");
  expect(readBy("b", offer("commitment", "a", "a"))).toBe("Mara offers");
  expect(readBy("a", offer("commitment", "b", "a"))).toBe("Jon would change your promise like this");
  expect(readBy("b", offer("commitment", "b", "a"))).toBe("You would change Mara’s promise like this");
  expect(readBy("t", offer("boundary", "b", "a"))).toBe("Jon would change Mara’s boundary like this");
  expect(readBy("a", offer("plan", "b", "a"))).toBe("Jon would change the plan like this");
});
