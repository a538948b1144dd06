import { getRequestConfig } from "next-intl/server";
import messages from "../messages/en.json";

/** English for now. Times are formatted in the browser, in the person's own zone; the server's is never shown. */
export default getRequestConfig(async () => ({ locale: "en", timeZone: "UTC", messages }));
