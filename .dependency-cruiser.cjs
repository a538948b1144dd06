// What may import what. The reasons are in docs/architecture.md; type imports count like all others.

const TESTS = ["[.]test[.]tsx?$", "/testing/"];
const PRODUCTION = "^(conversation|wire|db|server|app|i18n)/|^proxy[.]ts$";

/**
 * Files of app/ that run on the server. All others there are taken for client code,
 * so a component that reads the database says so in its name: `conversation-list.server.tsx`.
 */
const APP_ON_SERVER = ["/(page|layout|route|not-found|loading)[.]tsx?$", "^app/server/", "[.]server[.]tsx?$"];

/** Packages that have no place in a browser. */
const SERVER_PACKAGES = [
  "@electric-sql/pglite",
  "@react-email",
  "drizzle-orm",
  "ical-generator",
  "luxon",
  "next-auth",
  "nodemailer",
  "pg",
  "pg-boss",
  "pino",
  "prom-client",
  "proxy-addr",
  "rate-limiter-flexible",
  "rrule",
  "server-only",
  "socket.io",
  "web-push",
].map((name) => `(^|/)node_modules/${name}/`);

const forbidden = [
  {
    name: "no-cycles",
    from: {},
    to: { circular: true },
  },
  {
    name: "imports-resolve",
    from: {},
    to: { couldNotResolve: true, pathNot: "^[.][.]/dist/server[.]mjs$" },
  },
  {
    name: "conversation-imports-nothing",
    comment: "The rules depend on nothing: no package, no clock, no I/O.",
    from: { path: "^conversation/", pathNot: TESTS },
    to: { pathNot: "^conversation/" },
  },
  {
    name: "conversation-tests-stay-pure",
    from: { path: ["^conversation/.*[.]test[.]ts$", "^conversation/testing/"] },
    to: { pathNot: "^conversation/|(^|/)node_modules/(vitest|fast-check)/" },
  },
  {
    name: "wire-imports-conversation-only",
    comment:
      "What crosses the network is described by the rules and zod alone: browser and server both load it. Types cost " +
      "the browser nothing: those of WebAuthn’s JSON are its library’s.",
    from: { path: "^wire/", pathNot: TESTS },
    to: { pathNot: "^(wire|conversation)/|(^|/)node_modules/(zod|@simplewebauthn)/" },
  },
  {
    name: "db-knows-no-server",
    from: { path: "^(wire|db)/", pathNot: TESTS },
    to: { path: "^(server|app)/" },
  },
  {
    name: "server-knows-no-pages",
    from: { path: "^server/" },
    to: { path: "^app/" },
  },
  {
    name: "client-code-stays-in-the-browser",
    comment:
      "Client files of app/ import conversation/, wire/ and app/. Files that run on the server are named for it.",
    from: { path: "^app/", pathNot: [...APP_ON_SERVER, ...TESTS] },
    to: {
      path: ["^(db|server)/", "^app/server/", "[.]server[.]tsx?$", ...SERVER_PACKAGES],
      pathNot: "node_modules/next-auth/(client|react)/",
    },
  },
  {
    name: "client-code-has-no-node",
    from: { path: "^app/", pathNot: [...APP_ON_SERVER, ...TESTS] },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "pages-never-touch-io",
    comment: "Pages tell the server what happened; only the server speaks to sockets.",
    from: { path: "^app/", pathNot: TESTS },
    to: { path: "(^|/)node_modules/socket[.]io/" },
  },
  {
    name: "only-take-move-appends",
    comment: "One path writes a move: server/take-move.ts.",
    from: { pathNot: ["^server/take-move[.]ts$", ...TESTS] },
    to: { path: "^db/append[.]ts$" },
  },
  {
    name: "only-take-keeping-appends",
    comment: "One path writes what lasts: server/lasting/take-keeping.ts.",
    from: { pathNot: ["^server/lasting/(take-keeping|kept-to-write)[.]ts$", ...TESTS] },
    to: { path: "^db/append-keeping[.]ts$" },
  },
  {
    name: "production-imports-production",
    comment: "Tests, journeys, measurements and scripts are not shipped.",
    from: { path: PRODUCTION, pathNot: TESTS },
    to: { path: ["^(e2e|bench|scripts)/", ...TESTS] },
  },
  {
    name: "no-dev-dependency-in-production",
    comment: "`npm ci --omit=dev` must be enough to run.",
    from: { path: PRODUCTION, pathNot: TESTS },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "no-barrels",
    comment: "Import the file that says it; an index only re-exports.",
    module: { path: "(^|/)index[.][cm]?[jt]sx?$", pathNot: "node_modules", ...anyNumberOfDependents() },
    from: {},
  },
  {
    name: "names-say-what-is-inside",
    comment: "A file or folder is named for the one thing in it.",
    module: {
      path: "(^|/)(utils?|helpers?|common|libs?|misc|shared)([.][^/]+)?(/|$)",
      pathNot: "node_modules",
      ...anyNumberOfDependents(),
    },
    from: {},
  },
];

/** Turns a rule on imports into one on the modules themselves; 100 is the most it may say. */
function anyNumberOfDependents() {
  return { numberOfDependentsLessThan: 100 };
}

readTypeScriptWithSwc();

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    exclude: { path: "^([.]next|[.]data|dist|playwright-report|test-results)/|^next-env[.]d[.]ts$" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};

/**
 * dependency-cruiser 17 (the last for Node 20) reads TypeScript with the compiler up to version 6, or with swc. To swc it
 * never says that a file has JSX (sverweij/dependency-cruiser #1081, mended in 18), and of swc's tree it overlooks
 * `import("…").Type`. Both are put right where it asks for the tree.
 */
function readTypeScriptWithSwc() {
  const swc = require("@swc/core");
  const parse = swc.parseFileSync;
  swc.parseFileSync = (file, options) => {
    const tree = parse(file, { ...options, tsx: file.endsWith("x") });
    const asImport = (source) => ({ type: "ImportDeclaration", specifiers: [], source });
    return { ...tree, body: [...tree.body, ...namesOfTypeImports(tree.body).map(asImport)] };
  };
}

/** The name in every `import("…").Type`. */
function namesOfTypeImports(node) {
  if (node === null || typeof node !== "object") return [];
  const own = node.type === "TsImportType" ? [node.argument] : [];
  return [...own, ...Object.values(node).flatMap(namesOfTypeImports)];
}
