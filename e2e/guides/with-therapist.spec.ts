import { speakAndReflect2 } from "#conversation/guides/speak-and-reflect-2";
import { bothAcknowledge, bothTalk, bothWrite, isOver, meet } from "../support/guide-walk";
import { expect, test } from "../support/journey";
import { spaceOf, worksWith } from "../support/with-therapist";

test("speak and reflect with a therapist: held, a sentence for both, apart with one, the floor given, to the end", async ({
  mara,
  jon,
  newPartner,
}) => {
  const pair = await meet(speakAndReflect2, mara, jon);
  const conversationId = pair.address.split("/").at(-1) ?? "";
  const winter = await newPartner("Winter");
  const spaceId = await spaceOf(mara);
  await worksWith(winter, { mara, jon }, { spaceId, conversations: { [conversationId]: "start" } });
  for (const partner of [mara, jon, winter]) await partner.comesTo(conversationId);
  await bothAcknowledge(pair, "ground-rules");

  await mara.isTold("You have the floor.");
  await winter.press("Ask both to wait");
  for (const partner of [mara, jon]) await partner.isTold("Dr. Winter asks for a moment.");
  await winter.write("A sentence for both", "Two minutes each, and slowly.");
  await winter.press("Say it to both");
  for (const partner of [mara, jon]) await partner.reads("Two minutes each, and slowly.");
  await winter.press("Let it go on");
  await mara.isTold("You have the floor.");
  await winter.press("2 minutes more for this turn");
  await expect(jon.text("There were 2 minutes more for this turn.")).toBeVisible();

  await winter.press("Speak with Mara alone");
  await mara.write("Only the two of you read this", "I am not sure I can.");
  await mara.press("Say it");
  await expect(winter.text("I am not sure I can.")).toBeVisible();
  await winter.press("Back to all together");
  await winter.press("Give Jon the floor");
  await jon.isTold("You have the floor.");
  await winter.press("Give Mara the floor");
  await mara.isTold("You have the floor.");

  // From here on they need nobody: what a therapist does changes where they stand, and nothing else.
  await bothTalk(pair, "talk");
  await bothWrite(pair, "understood");
  await bothWrite(pair, "for-yourself");
  await isOver(pair);
  await expect(jon.page.getByText("I am not sure I can.")).toHaveCount(0);
  await winter.reads("Two minutes each, and slowly.");
});

/** Every page that somebody may come to, as the server sends it: markup and what is in it for the browser. */
const pagesOf = (ids: { readonly space: string; readonly conversation: string; readonly work: string }) => [
  ...["/home", `/home/${ids.space}`, `/home/${ids.space}/therapist`, `/home/${ids.space}/asked`],
  ...[`/home/${ids.space}/before`, `/home/${ids.space}/summaries`, `/home/${ids.space}/people`],
  ...[`/home/${ids.space}/conversations`, `/c/${ids.conversation}`, "/settings", "/letters", "/check-ins"],
  ...["/practice", `/practice/${ids.work}`, `/practice/${ids.work}/ask`, `/practice/${ids.work}/notes`],
  ...[`/practice/${ids.work}/summaries`, `/practice/${ids.work}/record`],
];

test("asvs 14.2.4: no page of one of the three has a word that is not theirs to read", async ({
  mara,
  jon,
  newPartner,
}) => {
  const pair = await meet(speakAndReflect2, mara, jon, { topic: "canary-all-topic" });
  const conversation = pair.address.split("/").at(-1) ?? "";
  const [winter, stranger] = [await newPartner("Winter"), await newPartner("Stranger")];
  const space = await spaceOf(mara);
  const shared = { spaceId: space, conversations: { [conversation]: "start" } };
  const work = await worksWith(winter, { mara, jon }, shared);
  for (const partner of [mara, jon, winter]) await partner.comesTo(conversation);
  await bothAcknowledge(pair, "ground-rules");
  await mara.say("canary-all-said");
  await winter.press("Speak with Mara alone");
  await mara.write("Only the two of you read this", "canary-mara-winter-apart");
  await mara.press("Say it");
  await expect(winter.text("canary-mara-winter-apart")).toBeVisible();
  const lines = { where: "canary-mara-winter-where", call: "canary-mara-winter-call", word: "" };
  await mara.calls(`/api/engagements/${work}/whereabouts`, lines);
  const ask = (who: "b" | "both", note: string) =>
    winter.calls(`/api/engagements/${work}/assignments`, {
      ...{ assignmentId: crypto.randomUUID(), for: who, note },
      asked: { kind: "check-in" },
    });
  await ask("b", "canary-jon-winter-asked");
  await ask("both", "canary-all-asked");
  const note = { noteId: crypto.randomUUID(), title: "canary-winter-note", text: "Mine alone." };
  await winter.calls(`/api/engagements/${work}/notes`, note);
  const summary = { summaryId: crypto.randomUUID(), text: "canary-all-summary", quotes: [] };
  await winter.calls(`/api/engagements/${work}/summaries`, summary);
  const letter = { letterId: crypto.randomUUID(), title: "canary-mara-letter", text: "Mine alone." };
  await mara.calls("/api/letters", letter);

  const found = new Map<string, ReadonlySet<string>>();
  for (const partner of [mara, jon, winter, stranger]) {
    const get = async (path: string, headers: Record<string, string> = {}) =>
      (await partner.page.request.get(path, { headers })).text();
    const paths = pagesOf({ space, conversation, work });
    const answers = await Promise.all(paths.flatMap((path) => [get(path), get(path, { RSC: "1" })]));
    const all = answers.join();
    found.set(partner.name, new Set(all.match(/canary-[a-z-]+/g)));
  }
  const everybodys = ["canary-all-asked", "canary-all-said", "canary-all-summary", "canary-all-topic"];
  const theirs = (name: string) => [...(found.get(name) ?? [])].sort();
  expect(theirs("Mara")).toEqual(
    [
      ...everybodys,
      "canary-mara-letter",
      ...["apart", "call", "where"].map((one) => `canary-mara-winter-${one}`),
    ].sort(),
  );
  expect(theirs("Jon")).toEqual([...everybodys, "canary-jon-winter-asked"].sort());
  expect(theirs("Winter")).toEqual(
    [
      ...[...everybodys, "canary-jon-winter-asked", "canary-winter-note"],
      ...["apart", "call", "where"].map((one) => `canary-mara-winter-${one}`),
    ].sort(),
  );
  expect(theirs("Stranger")).toEqual([]);
});
