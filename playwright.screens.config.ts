import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** Makes the pictures in docs/screens again: `npm run screens`. */
export default defineConfig({ ...journeys, testDir: "e2e/screens", testMatch: "*.screens.ts", workers: 1 });
