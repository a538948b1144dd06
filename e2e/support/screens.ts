import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";

const FOLDER = path.resolve(import.meta.dirname, "../../docs/screens");

/** Keeps a picture under docs/screens, where the documents show it. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}
