// Node built-ins only: everything that imports this may run before node_modules exists.
import { spawnSync } from "node:child_process";
import { installWithApt } from "./apt.mjs";
import { fail } from "./step.mjs";

/** What looks at PDFs in tests, independent of what makes them: is it one at all, and what does it say. */
const TOOLS = ["qpdf", "pdftotext"];

/** Makes sure they are there, from the system's packages if need be. */
export function ensurePdfTools() {
  const areThere = () => TOOLS.every((tool) => !spawnSync(tool, ["--version"]).error);
  if (areThere() || (installWithApt("qpdf", "poppler-utils") && areThere())) return;
  fail(
    "The tests of PDFs need qpdf and pdftotext: install them (Debian: apt install qpdf poppler-utils, macOS: brew install qpdf poppler).",
  );
}
