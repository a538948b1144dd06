// Completes package-lock.json; run it after every change of the dependencies.
//
// A registry may lack some packages made for other systems (@next/swc-darwin-arm64, @biomejs/cli-win32-x64, …). npm then
// leaves them out of the lock file, and `npm ci` refuses such a file everywhere (npm/cli #9846). This puts them in.
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS =
  "aix android cygwin darwin freebsd linux netbsd openbsd openharmony sunos wasip1 wasi win32".split(" ");
const PROCESSORS = "arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64".split(" ");
const LIBRARIES = { musl: "musl", musleabihf: "musl", gnu: "glibc", glibc: "glibc", gnueabihf: "glibc" };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
let added = 0;
for (const [place, meta] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(meta.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+/.test(version)) continue; // a range cannot be completed without the registry
    if (placesFor(place, name).some((known) => lock.packages[known]?.version === version)) continue;
    const entry = entryFor(name, version, meta.dev);
    if (entry) add(place, name, entry);
    else console.log(`left out: ${name} does not say which system it is for`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);

/** Where Node looks for `name` from `place`, nearest first. */
function placesFor(place, name) {
  const places = [`${place}/node_modules/${name}`];
  for (let at = place; at.includes("/node_modules/"); ) {
    at = at.slice(0, at.lastIndexOf("/node_modules/"));
    places.push(`${at}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

/** What npm would have written, read from the name of the package; undefined if the name does not tell. */
function entryFor(name, version, dev) {
  const words = name.replace(/^@[^/]+\//, "").split("-");
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter(
    (one) => words.includes(one) || (one === "arm" && words.includes("gnueabihf")),
  );
  if (os.length === 0 && !cpu.includes("wasm32")) return undefined;
  const libc = os.includes("linux") ? words.map((word) => LIBRARIES[word]).filter(Boolean) : [];
  return {
    version,
    ...(dev && { dev: true }),
    optional: true,
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
  };
}

/** At the top, as npm does it, unless another version is there already. */
function add(place, name, entry) {
  const top = `node_modules/${name}`;
  const free = lock.packages[top] === undefined;
  lock.packages[free ? top : `${place}/node_modules/${name}`] = entry;
  added += 1;
  console.log(`added: ${name} ${entry.version}`);
}
