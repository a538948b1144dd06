import type { DialogueStep, Field, Guide, MarkStep, Step } from "#conversation/guide";
import { newestGuide } from "#conversation/guides/catalogue";
import type { StartedAnswer } from "#wire/answers";
import { expect, test } from "./journey";
import type { Partner } from "./partner";

/** Two people going through a guide: what it asks, and who of them has which part. */
export interface Pair {
  readonly guide: Guide;
  readonly opener: Partner;
  readonly other: Partner;
  /** The role of the one who opened it. */
  readonly role: string;
  /** They are never there at the same time: whoever acts comes back, and the other's page is closed. */
  isApart: boolean;
  /** Where the conversation is. */
  readonly address: string;
}

interface MeetOptions {
  readonly topic?: string;
  /** The role the opener takes; the guide's first one otherwise. */
  readonly role?: string;
}

/** To a conversation with both in their seats. How a guide is chosen is gone through in choosing.spec.ts. */
export async function meet(
  guide: Guide,
  opener: Partner,
  other: Partner,
  options: MeetOptions = {},
): Promise<Pair> {
  test.setTimeout(240_000); // whole evenings, with every page opened anew where they are apart
  const role = guide.roles.find(({ id }) => id === options.role) ?? guide.roles[0];
  if (!role) throw new Error("A guide for two has two roles.");
  const theirs = guide.roles.find(({ id }) => id !== role.id);
  const { conversationId, invitation } = await opener.calls<StartedAnswer>("/api/conversations", {
    guide: guide.id,
    topic: options.topic ?? "Us",
    role: role.id,
    name: opener.name,
  });
  await opener.comesTo(conversationId);
  const address = opener.page.url();
  await other.page.goto(invitation?.url ?? "");
  // What their part is, in plain words, before they accept anything.
  await expect(other.text(theirs?.yours ?? "", { exact: true })).toBeVisible();
  await other.takeSeat();
  for (const [partner, { yours }] of [
    [opener, role],
    [other, theirs ?? role],
  ] as const) {
    await expect(partner.text(`${yours}.`, { exact: true })).toBeVisible();
    await partner.isReady();
  }
  return { guide, opener, other, role: role.id, isApart: false, address };
}

/** The one who opened the first goes on with the same partner; the other finds it on their first page. */
export async function meetAgain(pair: Pair, guide: Guide): Promise<Pair> {
  const { opener, other } = pair;
  const id = pair.address.split("/").at(-1);
  await opener.page.goto(`/new?guide=${guide.id}&after=${id}`);
  await opener.press(`Begin with ${other.name}`);
  await opener.isConnected();
  const address = opener.page.url();
  await opener.isReady();
  await other.page.goto("/");
  const newest = other.page.getByRole("link", { name: /^A conversation/ }).first();
  await newest.click();
  await other.isConnected();
  await other.isReady();
  const [role] = guide.roles;
  return { guide, opener, other, role: role?.id ?? "", isApart: false, address };
}

/** `partner` is the one who acts now: comes back if need be, and where they are apart the other leaves. */
export async function comes(pair: Pair, partner: Partner): Promise<void> {
  if (!pair.isApart) return;
  await otherOf(pair, partner).goAway();
  if (partner.page.url() === pair.address) return;
  await partner.page.goto(pair.address);
  await partner.isConnected();
}

/** Who holds a role. */
export function holderOf(pair: Pair, role: string): Partner {
  return role === pair.role ? pair.opener : pair.other;
}

function otherOf(pair: Pair, partner: Partner): Partner {
  return partner === pair.opener ? pair.other : pair.opener;
}

/** The step of this id, of the kind it is said to be. */
export function stepOf<K extends Step["kind"]>(
  guide: Guide,
  id: string,
  kind: K,
): Extract<Step, { kind: K }> {
  const step = guide.steps.find((one) => one.id === id);
  if (step?.kind !== kind) throw new Error(`${guide.id} has no ${kind} step “${id}”.`);
  return step as Extract<Step, { kind: K }>;
}

/** Both read it and say yes. */
export async function bothAcknowledge(pair: Pair, id: string): Promise<void> {
  const { button, lines } = stepOf(pair.guide, id, "acknowledge");
  for (const partner of [pair.opener, pair.other]) {
    await comes(pair, partner);
    for (const line of lines) await expect(partner.text(line, { exact: true })).toBeVisible();
    await partner.press(button);
  }
}

/** What `partner` writes to a question: nobody else writes the same. */
export function wordsOf(partner: Partner, step: Step, field: Field): string {
  return `${partner.name} about ${step.id}, ${field.id}.`;
}

/** Fills in the questions that are on the page. */
export async function fillIn(partner: Partner, step: Step, fields: readonly Field[]): Promise<void> {
  for (const field of fields) await fillOne(partner, step, field);
}

async function fillOne(partner: Partner, step: Step, field: Field): Promise<void> {
  const { page } = partner;
  switch (field.kind) {
    case "text":
      return page.getByRole("textbox", { name: field.label }).fill(wordsOf(partner, step, field));
    case "scale":
      return page.getByRole("group", { name: field.label }).getByText("6", { exact: true }).click();
    case "choice":
      return page
        .getByRole("group", { name: field.label })
        .getByText(field.options[0]?.text ?? "", { exact: true })
        .click();
    case "date":
      if (field.precision === "day") return page.getByLabel(field.label).fill("2031-05-17");
      return void (await page.getByLabel(field.label).selectOption({ index: 3 }));
    case "time":
      return page.getByLabel(field.label).fill("19:30");
    case "repeat": {
      // From today on, for a quarter of a year: that stands there once it is said how often.
      const how = page.getByRole("group", { name: field.label });
      await how.getByText("On some weekdays", { exact: true }).click();
      for (const day of ["Mon", "Thu"]) await how.getByText(day, { exact: true }).click();
    }
  }
}

/** One of them answers a step's questions. */
export async function writes(pair: Pair, partner: Partner, id: string): Promise<void> {
  const step = stepOf(pair.guide, id, "write");
  await comes(pair, partner);
  await fillIn(partner, step, step.fields);
  await partner.press(step.seen === "at-once" ? "Send it" : "Keep my answer");
}

/** Whether the first words of what `author` wrote in a step stand on the page of `reader`. */
export async function reads(
  pair: Pair,
  reader: Partner,
  author: Partner,
  id: string,
  does: "reads" | "does not read",
): Promise<void> {
  const step = stepOf(pair.guide, id, "write");
  const [field] = step.fields.filter(({ kind }) => kind === "text");
  if (!field) return;
  await comes(pair, reader);
  const said = reader.page.getByRole("region", { name: "What was said" });
  const words = said.getByText(wordsOf(author, step, field), { exact: true });
  if (does === "reads") await expect(words).toBeVisible();
  else await expect(words).toHaveCount(0);
}

/** Both answer; under `together` nobody reads anything before, and both do after. */
export async function bothWrite(pair: Pair, id: string): Promise<void> {
  const { seen } = stepOf(pair.guide, id, "write");
  const { opener, other } = pair;
  await writes(pair, opener, id);
  await reads(pair, other, opener, id, seen === "at-once" ? "reads" : "does not read");
  await writes(pair, other, id);
  const after = seen === "self" ? "does not read" : "reads";
  await reads(pair, other, opener, id, after);
  await reads(pair, opener, other, id, after);
}

/** A whole dialogue, each said back and checked, with everything the guide asks for before the floor passes. */
export async function bothTalk(pair: Pair, id: string): Promise<void> {
  const step = stepOf(pair.guide, id, "dialogue");
  const first = holderOf(pair, step.only ?? step.first);
  await turn(pair, step, first);
  if (!step.only) await turn(pair, step, otherOf(pair, first));
}

async function turn(pair: Pair, step: DialogueStep, speaker: Partner): Promise<void> {
  const listener = otherOf(pair, speaker);
  await comes(pair, speaker);
  await speaker.say(`${speaker.name} says one thing.`);
  await comes(pair, listener);
  await listener.reflect(`${listener.name} heard that one thing.`);
  await comes(pair, speaker);
  await speaker.press("Yes, that’s it");
  await speaker.press(step.once ? "Pass the floor" : "I was heard");
  if (step.summary) await answers(pair, listener, "Say back the whole of it", "Is that it?");
  if (step.summary) {
    await comes(pair, speaker);
    await speaker.press("Yes, that’s it");
  }
  if (step.validate)
    await answers(pair, listener, `What sense does it make to you, as ${speaker.name} sees it?`, "Say it");
  if (step.empathise) {
    await answers(pair, listener, `How do you think it feels for ${speaker.name}?`, "Is that how it feels?");
    await comes(pair, speaker);
    await speaker.press("Not quite");
    await speaker.write("How does it feel?", `${speaker.name} says how it feels.`);
    await speaker.press("Say how it feels");
  }
}

async function answers(pair: Pair, partner: Partner, question: string, button: string): Promise<void> {
  await comes(pair, partner);
  await partner.write(question, `${partner.name} on: ${question}`);
  await partner.press(button);
  await partner.reads(`${partner.name} on: ${question}`);
}

/** Each part is marked, in the order they stand: what `verdicts` name, the last of them for all that is left. */
export async function marks(pair: Pair, id: string, ...verdicts: readonly string[]): Promise<void> {
  const step: MarkStep = stepOf(pair.guide, id, "mark");
  const written = stepOf(pair.guide, step.of, "write");
  const marker = holderOf(pair, step.by);
  await comes(pair, marker);
  for (const [index, field] of written.fields.entries()) {
    await expect(marker.page.getByRole("heading", { name: field.label, exact: true })).toBeVisible();
    await marker.press(verdicts[index] ?? verdicts.at(-1) ?? "It has landed");
  }
}

/**
 * One offers, the other changes it, the first accepts the change; then one offer that is declined and one that is
 * taken back; then both say that this is all. What was agreed stands below the conversation for both.
 */
export async function bothSettle(pair: Pair, id: string): Promise<void> {
  const step = stepOf(pair.guide, id, "settle");
  const opener = step.offeredBy === undefined ? pair.opener : holderOf(pair, step.offeredBy);
  const other = otherOf(pair, opener);
  await comes(pair, opener);
  await fillIn(opener, step, step.fields);
  await opener.press("Offer it");

  await comes(pair, other);
  await expect(other.page.getByRole("heading", { name: `${opener.name} offers` })).toBeVisible();
  await other.press("Change it");
  const [first] = step.fields;
  if (first) await other.page.getByRole("textbox", { name: first.label }).fill(`${other.name} would rather.`);
  await other.press("Offer it like this");
  await expect(other.button("Yes, agreed")).toHaveCount(0); // nobody accepts their own

  await comes(pair, opener);
  await opener.press("Yes, agreed");
  await isAgreed(opener, `${other.name} would rather.`);
  await opener.press("That is all for now");
  await comes(pair, other);
  await isAgreed(other, `${other.name} would rather.`);
  await other.press("That is all for now");
}

/** It stands in the list of what both have agreed. */
export async function isAgreed({ page }: Partner, words: string): Promise<void> {
  const list = page.getByRole("region", { name: "What you have agreed" });
  await expect(list.getByText(words, { exact: true })).toBeVisible();
}

/** Both have come to the end, and are offered one thing that could come next. */
export async function isOver(pair: Pair): Promise<void> {
  const next = newestGuide(pair.guide.next?.guide ?? "");
  for (const partner of [pair.opener, pair.other]) {
    await comes(pair, partner);
    await partner.isTold("You have come to the end of this conversation.");
    await expect(partner.page.getByRole("link", { name: next?.title ?? "", exact: true })).toBeVisible();
  }
}

/** From here on they are never there at the same time. */
export async function part(pair: Pair): Promise<void> {
  pair.isApart = true;
  await comes(pair, pair.opener);
}
