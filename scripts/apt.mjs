// Node built-ins only: everything that imports this may run before node_modules exists.
import { existsSync } from "node:fs";
import { step } from "./step.mjs";

/** Installs packages of the system, where that is Debian's way and we may. Says whether they are there. */
export function installWithApt(...names) {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return false;
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...names];
  return (
    step("reading the lists of apt", "apt-get", ["update", "-qq"], quiet) &&
    step(`installing ${names.join(" and ")} with apt`, "apt-get", install, quiet)
  );
}
