import type { ReadingLocale } from "#server/locale-of";
import type messages from "../messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: ReadingLocale;
    Messages: typeof messages;
  }
}
