import { randomUUID } from "node:crypto";
import { evenground } from "#server/evenground";
import * as code from "../sign-in/code/route";
import * as signIn from "../sign-in/route";
import { type Browser, openBrowser } from "./browser";

/** An address that nobody has had before. */
export function newAddress(): string {
  return `${randomUUID()}@example.org`;
}

/** The newest mail to an address that was kept, with the code in it. */
export async function mailTo(address: string) {
  const mails = (await evenground().mail.kept()) ?? [];
  const mail = mails.find(({ to }) => to === address.toLowerCase());
  if (!mail) throw new Error("No mail has come.");
  return { ...mail, code: /\b\d{6}\b/.exec(mail.text)?.[0] ?? "" };
}

/** Asks for a code in this browser, and reads it in the mail. */
export async function codeFor(browser: Browser, address: string): Promise<string> {
  const response = await browser.post(code, { address });
  if (response.status !== 200) throw new Error(`Asking was answered ${response.status}.`);
  return (await mailTo(address)).code;
}

/** Signs in by mail, as a person does. Gives what was answered. */
export async function signInByMail(browser: Browser, address: string) {
  return browser.say(signIn, { code: await codeFor(browser, address) });
}

/** Somebody with this address, who has signed in before, on another browser. */
export async function member(address: string = newAddress()): Promise<{ address: string; browser: Browser }> {
  const browser = openBrowser();
  await signInByMail(browser, address);
  return { address, browser };
}
