import type { Letter } from "./mail-letters";
import type { Requester } from "./requester";
import type { SettingsDesk } from "./settings";

/** Tells an address of something that is done. That the mail could not be sent is logged, and changes nothing any more. */
export async function tellByMail(
  { mail, log }: SettingsDesk,
  { locale }: Requester,
  to: string,
  letter: Letter,
): Promise<void> {
  try {
    await mail.send(to, letter, locale);
  } catch (error) {
    log.fault("mail", error);
  }
}
