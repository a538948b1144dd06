import { expect, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { lettingGo } from "#conversation/guides/letting-go";
import { owningIt } from "#conversation/guides/owning-it";
import { stepsAlone } from "./steps-alone";

test("[G9] a guide for one person has all its steps", () => {
  expect(stepsAlone(lettingGo)).toEqual(lettingGo.steps);
});

test("[G9] in a guide that one person may begin, what is read or written is left, and what takes two is not", () => {
  for (const guide of GUIDES.filter(({ alone }) => alone))
    expect(stepsAlone(guide)).toEqual(
      guide.steps.filter(({ kind }) => kind === "acknowledge" || kind === "write"),
    );
});

test("[G9] what only the other one's role writes is left out, too", () => {
  expect(stepsAlone(owningIt).map(({ id }) => id)).toEqual(["before"]);
});
