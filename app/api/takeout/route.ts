import { changing, reading } from "#server/http-edge";
import { askForTakeout, takeoutOf } from "#server/takeout/takeout-desk";
import type { TakeoutAnswer } from "#wire/answers";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester) => askForTakeout(ground.desk, requester), 202);

export const GET = reading<TakeoutAnswer>(async ({ desk }, { asking, now }) => {
  if (!asking) return { ok: false, refusal: { kind: "not-signed-in" } };
  const answer = await takeoutOf(desk, asking, now);
  return answer ? { ok: true, answer } : { ok: false, refusal: { kind: "not-found" } };
});
