import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./journey";

/** WCAG 2.2 AA, and everything axe can tell beside it: nothing at all. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target }) => target).join(", ")}`,
  );
  expect(found).toEqual([]);
}
