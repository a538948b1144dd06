import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import type { StartedAnswer } from "#wire/answers";
import type { EvengroundServer } from "./evenground-server";

export interface StartOptions {
  /** The title of the guide whose card is chosen. */
  readonly guide?: string;
  readonly topic?: string;
  readonly askFirst?: boolean;
  /** What the one who opens it says about their part. */
  readonly part?: string;
}

/** One of the two people, doing what people do: reading, pressing buttons by their names, writing. */
export class Partner {
  constructor(
    readonly name: string,
    readonly page: Page,
    readonly browser: Browser,
    readonly server: EvengroundServer,
  ) {}

  /** From the first page to a conversation of their own. Gives the link to send. */
  async start({
    guide = "Speak and reflect",
    topic = "Coming home late",
    askFirst = false,
    part,
  }: StartOptions = {}): Promise<string> {
    await this.page.goto("/");
    await this.page.getByRole("link", { name: "Start a conversation" }).click();
    await this.page.getByRole("link", { name: guide, exact: true }).click();
    await this.page.getByLabel("What is it about?").fill(topic);
    if (part) await this.text(part, { exact: true }).click();
    await this.page.getByLabel("What does your partner call you?").fill(this.name);
    if (askFirst) await this.text("Ask me first").click();
    await this.press("Make the link");
    await this.isConnected();
    return this.page.getByLabel("The link", { exact: true }).inputValue();
  }

  /** Opens the link and takes the seat. */
  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await this.takeSeat();
  }

  /** Says yes on the invitation's page. */
  async takeSeat(): Promise<void> {
    await this.page.getByLabel(/What should .* call you here/).fill(this.name);
    await this.press("Take your seat");
    await this.isConnected();
  }

  /** The page is live: what is typed from here on is kept. */
  async isConnected(): Promise<void> {
    await expect(this.page.locator("[data-connected=true]")).toBeVisible();
  }

  /** Closes the page, once what was sent has arrived: whoever goes before sends it when they come back, and not before. */
  async goAway(): Promise<void> {
    await expect(this.page.locator("[data-sent=false]")).toHaveCount(0);
    await this.page.goto("about:blank");
  }

  /** Words on the page itself: what is only read out to a screen reader, when a page has changed, is not among them. */
  text(words: string | RegExp, options?: { readonly exact?: boolean }): Locator {
    return this.page.getByText(words, options).and(this.page.locator(":not(#__next-route-announcer__)"));
  }

  /** Presses the button with exactly this name. */
  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Writes into the box of this question. */
  async write(question: string, words: string): Promise<void> {
    await this.page.getByLabel(question, { exact: true }).fill(words);
  }

  /** Says that this is a good moment: calm, and free to speak. */
  async isReady(): Promise<void> {
    await this.page.getByRole("group", { name: "How stirred up" }).getByText("2", { exact: true }).click();
    await this.text("Yes", { exact: true }).click();
    await this.press("Begin");
    await expect(this.button("Begin")).toBeHidden(); // kept: whoever left the page before that might be asked again
  }

  /** One of the calls of docs/wire.md, with this browser's cookies. */
  async calls<Answer>(path: string, body: object): Promise<Answer> {
    const response = await this.page.request.post(path, { data: body, headers: { Origin: this.server.url } });
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** Opens a conversation in which they have a seat. */
  async comesTo(conversationId: string): Promise<void> {
    await this.page.goto(`/c/${conversationId}`);
    await this.isConnected();
  }

  async acceptGroundRules(): Promise<void> {
    await this.isReady();
    await this.press("I will try to keep to this");
  }

  async say(words: string): Promise<void> {
    await this.write("What would you like to say?", words);
    await this.press("Say it");
    await this.reads(words);
  }

  async reflect(words: string): Promise<void> {
    await this.write("Say back what you heard", words);
    await this.press("Is that it?");
    await this.reads(words);
  }

  /** Answers the three questions for oneself with the same number. */
  async rate(number: string): Promise<void> {
    for (const question of ["I felt heard", "We stayed with what matters to me", "The pace was right for me"])
      await this.page.getByRole("group", { name: question }).getByText(number, { exact: true }).click();
    await this.press("Keep my answer");
  }

  /** These words stand on the page of words. */
  async reads(words: string): Promise<void> {
    await expect(this.page.getByRole("region", { name: "What was said" }).getByText(words)).toBeVisible();
  }

  /** What is asked of them now. */
  async isTold(banner: string): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(banner);
  }

  get conversationId(): string {
    return new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
  }
}

/**
 * Both through the ground rules: the conversation begins. They come in by the calls of docs/wire.md, which is quicker;
 * the pages on the way in have journeys of their own.
 */
export async function begin(mara: Partner, jon: Partner, { topic = "Coming home late" } = {}): Promise<void> {
  const asked = { guide: "speak-and-reflect", topic, name: mara.name };
  const { conversationId, invitation } = await mara.calls<StartedAnswer>("/api/conversations", asked);
  const link = new URL(invitation?.url ?? "");
  const claim = { secret: link.hash.slice(1), name: jon.name };
  await jon.calls(`/api/invitations/${link.pathname.slice("/j/".length)}/claim`, claim);
  for (const partner of [mara, jon]) {
    await partner.calls(`/api/conversations/${conversationId}/ready`, { stirred: 2, free: true, goOn: true });
    await partner.comesTo(conversationId);
    await partner.press("I will try to keep to this");
  }
  await mara.isTold("You have the floor.");
}

/** One turn that goes well: said, said back, and that was it. */
export async function turn(speaker: Partner, listener: Partner, words: string): Promise<void> {
  await speaker.say(words);
  await listener.reflect(`What I hear is: ${words}`);
  await speaker.press("Yes, that’s it");
}
