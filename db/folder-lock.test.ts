import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { lockFolder } from "./folder-lock";

const folder = mkdtempSync(path.join(tmpdir(), "evenground-lock-"));
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(`${folder}.lock`, { force: true });
});

/** Linux has a kind of lock of its own; the other one is for every other system. */
const SYSTEMS = process.platform === "linux" ? (["linux", "darwin"] as const) : (["darwin"] as const);

/** Makes the code believe it runs on another system. */
function pretend(platform: NodeJS.Platform): void {
  vi.stubGlobal("process", Object.create(process, { platform: { value: platform } }));
}

describe.each(SYSTEMS)("on %s", (platform) => {
  test("a folder that is taken is refused in a sentence, until it is let go", async () => {
    pretend(platform);
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(
      /^The data folder .+ is in use by .+\. Stop that one first, or set DATA_DIR\.$/,
    );
    await unlock();
    const again = await lockFolder(folder);
    await again();
  });
});

test("by file: what a process that is gone has left behind holds nobody up", async () => {
  pretend("darwin");
  writeFileSync(`${folder}.lock`, "4194305"); // above the highest process id there can be
  const unlock = await lockFolder(folder);
  expect(readFileSync(`${folder}.lock`, "utf8")).toBe(String(process.pid));
  await unlock();
});
