import { expect, test } from "vitest";
import { GUIDES } from "./guides/catalogue";
import { lettingGo } from "./guides/letting-go";
import { letterIn } from "./letter-in";

test("[J4] “Letting go” asks for a letter, and no other guide does", () => {
  expect(letterIn(lettingGo)).toEqual({ step: "letter", field: "letter" });
  const others = GUIDES.filter(({ id }) => id !== lettingGo.id);
  expect(others.map(letterIn)).toEqual(others.map(() => null));
});

test("[J4] a letter that somebody else would read is none", () => {
  const { solo: _solo, ...forTwo } = lettingGo;
  expect(letterIn(forTwo)).toBeNull();
  const steps = lettingGo.steps.map((step) =>
    step.kind === "write" ? { ...step, seen: "together" as const } : step,
  );
  expect(letterIn({ ...lettingGo, steps })).toBeNull();
});
