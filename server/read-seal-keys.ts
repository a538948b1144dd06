import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { KeyRing } from "#db/key-ring";
import type { Environment } from "./environment";

/**
 * The keys that everything is sealed under: from SEAL_KEYS (the first seals, the others still open), else from the
 * data folder, where one is made at the first start and nobody but the owner may read it.
 */
export function readSealKeys(environment: Environment): KeyRing {
  const text = environment.SEAL_KEYS ?? readOrMakeFile(path.join(environment.DATA_DIR, "seal-keys"));
  const keys = text
    .trim()
    .split(",")
    .map((pair) => {
      const [id = "", key = ""] = pair.split(":");
      return [id, Buffer.from(key, "base64url")] as const;
    });
  return { current: keys[0]?.[0] ?? "", keys: new Map(keys) };
}

function readOrMakeFile(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file))
    writeFileSync(file, `1:${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8");
}
