import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./journey";

/** WCAG 2.2 AA, and everything axe can tell beside it: nothing at all. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  expect(await violationsIn(axeOn(page), where)).toEqual([]);
}

/** The same in the light and in the dark, where nothing differs but colours. */
export async function expectNoViolationsInAnyLight(page: Page, where: string): Promise<void> {
  const found = await violationsIn(axeOn(page), where);
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await page.emulateMedia({ colorScheme: isDark ? "light" : "dark" });
  const contrast = axeOn(page).withRules(["color-contrast"]);
  found.push(...(await violationsIn(contrast, `${where}, in the other light`)));
  await page.emulateMedia({ colorScheme: isDark ? "dark" : "light" });
  expect(found).toEqual([]);
}

/** Without the further page that putting frames together needs, for each look: there are no frames. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function violationsIn(axe: AxeBuilder, where: string): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target }) => target).join(", ")}`);
}
