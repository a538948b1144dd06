import { deepMirror } from "#conversation/guides/deep-mirror";
import { speakAndReflect2 } from "#conversation/guides/speak-and-reflect-2";
import { takingStock } from "#conversation/guides/taking-stock";
import { understandFirst2 } from "#conversation/guides/understand-first-2";
import { bothAcknowledge, bothSettle, bothTalk, bothWrite, isOver, meet, part } from "../support/guide-walk";
import { expect, test } from "../support/journey";

test("speak and reflect, in their own time from the ground rules on", async ({ mara, jon }) => {
  const pair = await meet(speakAndReflect2, mara, jon, { role: "second" });
  await part(pair);
  await bothAcknowledge(pair, "ground-rules");
  await bothTalk(pair, "talk");
  await bothWrite(pair, "understood");
  await bothWrite(pair, "for-yourself");
  await isOver(pair);
});

test("deep mirror: the whole turn, the sense it makes and how it feels; the thanks in their own time", async ({
  mara,
  jon,
}) => {
  const pair = await meet(deepMirror, mara, jon);
  await bothAcknowledge(pair, "ground-rules");
  await bothTalk(pair, "mirror");
  await expect(jon.text("Mara: not quite. “Mara says how it feels.”")).toBeVisible();
  await part(pair);
  await bothWrite(pair, "thanks");
  await isOver(pair);
});

test("understand first: in their own time until both sides are said, then together to what each can do", async ({
  mara,
  jon,
}) => {
  const pair = await meet(understandFirst2, mara, jon);
  await part(pair);
  await bothAcknowledge(pair, "ground-rules");
  await bothTalk(pair, "both-sides");
  await bothWrite(pair, "room");
  await bothSettle(pair, "agree");
  await isOver(pair);
});

test("taking stock: what one writes for oneself stays so; they share what they choose and listen", async ({
  mara,
  jon,
}) => {
  const pair = await meet(takingStock, mara, jon);
  await part(pair);
  await bothWrite(pair, "for-yourself");
  await bothWrite(pair, "share");
  await bothTalk(pair, "talk");
  await isOver(pair);
});
