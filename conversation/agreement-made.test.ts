import { expect, test } from "vitest";
import { agreementMade } from "./agreement-made";
import { PROPOSAL_SORTS } from "./agreements";
import { DUE, pairGuide, reading, reviewing, settling } from "./testing/guides";
import { bothAcknowledge, play, playWithDue } from "./testing/play";

test.each(PROPOSAL_SORTS)("[S4] an accepted %s becomes an agreement, of the sort it lasts as", (sort) => {
  const talk = play(pairGuide(settling({ sort })));
  const proposal = talk.b({ kind: "propose", sort });
  const lasting = sort === "repair-offer" ? "commitment" : sort;
  const made = { kind: "new", sort: lasting, proposal, proposedBy: "b", of: "b" };
  expect(agreementMade(talk.state, proposal)).toEqual(made);
});

test("[S2, S4] what the other has changed is still an agreement of whoever first offered it", () => {
  const talk = play(pairGuide(settling()));
  const first = talk.a({ kind: "propose", sort: "commitment" });
  const changed = talk.b({ kind: "propose", sort: "commitment", amends: first });
  expect(agreementMade(talk.state, changed)).toMatchObject({ kind: "new", proposedBy: "b", of: "a" });
});

test("[S4] nothing comes of what is not on the table: amended, declined, withdrawn, accepted, or never there", () => {
  const talk = play(pairGuide(settling()));
  const propose = () => talk.a({ kind: "propose", sort: "commitment" });
  const [amended, declined, withdrawn, accepted] = [propose(), propose(), propose(), propose()] as const;
  const amendment = talk.b({ kind: "propose", sort: "commitment", amends: amended });
  talk.b({ kind: "decline", answers: declined });
  talk.a({ kind: "withdraw", answers: withdrawn });
  talk.b({ kind: "accept", answers: accepted });
  for (const gone of [amended, declined, withdrawn, accepted, 99])
    expect(agreementMade(talk.state, gone)).toBeNull();
  expect(agreementMade(talk.state, amendment)).toMatchObject({ proposal: amendment, proposedBy: "b" });
});

test("[S4] nothing is agreed to in a step that asks for something else, nor after the end", () => {
  const talk = play(pairGuide(reading()));
  expect(agreementMade(talk.state, 1)).toBeNull();
  bothAcknowledge(talk);
  expect(agreementMade(talk.state, 1)).toBeNull();
});

test("[E3] an accepted outcome says what becomes of the agreement it names", () => {
  const talk = playWithDue(pairGuide(reviewing()));
  const [commitment, boundary] = [DUE[0]?.id ?? "", DUE[1]?.id ?? ""];
  const changed = talk.a({ kind: "propose", sort: "commitment", reviews: commitment, outcome: "change" });
  const ended = talk.b({ kind: "propose", sort: "boundary", reviews: boundary, outcome: "end" });
  expect(agreementMade(talk.state, changed)).toEqual({
    kind: "change",
    agreement: commitment,
    proposal: changed,
    proposedBy: "a",
  });
  expect(agreementMade(talk.state, ended)).toEqual({ kind: "end", agreement: boundary });
  talk.a({ kind: "accept", answers: ended });
  const kept = talk.b({
    kind: "propose",
    sort: "commitment",
    reviews: commitment,
    outcome: "keep",
    amends: changed,
  });
  expect(agreementMade(talk.state, changed)).toBeNull();
  expect(agreementMade(talk.state, kept)).toEqual({ kind: "keep", agreement: commitment });
});
