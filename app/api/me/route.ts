import { reading } from "#server/http-edge";
import type { MeAnswer } from "#wire/answers";

export const GET = reading<MeAnswer>(async (_ground, { asking }) =>
  asking
    ? { ok: true, answer: { name: asking.name, guest: true } }
    : { ok: false, refusal: { kind: "not-signed-in" } },
);
