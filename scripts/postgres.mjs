// A real PostgreSQL for tests, thrown away afterwards. Node built-ins only.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { findPostgres } from "./postgres-binaries.mjs";

/**
 * Holds the server's folder for as long as this process lives. However this process ends, even killed outright, the pipe
 * to the keeper closes with it; the keeper then stops the server, paused or not, and removes the folder.
 */
const KEEPER = `
  cat > /dev/null
  kill -s CONT "$(head -n 1 "$2/data/postmaster.pid")"
  "$1" stop -D "$2/data" -m immediate
  rm -rf "$2"`;

/**
 * Starts a new, empty PostgreSQL on 127.0.0.1.
 * `settings` are lines of postgresql.conf, e.g. { fsync: "off" }.
 */
export async function startPostgres(settings = {}) {
  const binaries = findPostgres();
  if (!binaries)
    throw new Error("There is no PostgreSQL here: run `node scripts/ensure.mjs postgres` first.");
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-postgres-"));
  const owner = ownerFor(folder);
  const programs = programsFor(binaries, folder, owner);
  const keeper = keep(programs, folder, owner);
  const server = { programs, folder, owner, keeper, port: 0 };
  try {
    await initialise(server, settings);
    await startOnFreePort(server);
  } catch (error) {
    await letGo(server);
    throw error;
  }
  return handleOf(server);
}

/** Of a session of its own: what a terminal sends to all its processes must not reach it. */
function keep(programs, folder, owner) {
  const keeper = spawn("/bin/sh", ["-c", KEEPER, "keeper", path.join(programs, "pg_ctl"), folder], {
    ...owner,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  keeper.unref();
  keeper.stdin.unref();
  return keeper;
}

function handleOf(server) {
  return {
    url: `postgresql://postgres@127.0.0.1:${server.port}/postgres`,
    stop: () => letGo(server),
    shutDown: (mode = "fast") => shutDown(server, mode),
    start: () => start(server),
    async restart(mode = "immediate") {
      await shutDown(server, mode);
      await start(server);
    },
    pause: async () => signal(server, "SIGSTOP"),
    resume: async () => signal(server, "SIGCONT"),
  };
}

/** PostgreSQL refuses to run as root. Gives the user to run as, to whom the folder now belongs; nothing when we are not root. */
function ownerFor(folder) {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((which) => spawnSync("id", [which, name], { encoding: "utf8" }));
    if (uid.status !== 0 || gid.status !== 0) continue;
    const owner = { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    chownSync(folder, owner.uid, owner.gid);
    return owner;
  }
  throw new Error(
    "PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody here.",
  );
}

/** The programs themselves, or a copy in the server's folder where its user cannot reach them (a checkout below /root). */
function programsFor(binaries, folder, owner) {
  const mayRun =
    spawnSync(path.join(binaries, "postgres"), ["--version"], { ...owner, cwd: "/" }).status === 0;
  if (mayRun) return binaries;
  const copy = path.join(folder, "native");
  cpSync(path.dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  if (owner.uid !== undefined) spawnSync("chown", ["-R", `${owner.uid}:${owner.gid}`, copy]);
  return path.join(copy, "bin");
}

async function initialise(server, settings) {
  const data = path.join(server.folder, "data");
  const how = ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"];
  const plain = () => run(server, "initdb", [...how, "--locale=C"]); // not every system has C.UTF-8
  await run(server, "initdb", [...how, "--locale=C.UTF-8"]).catch(plain);
  configure(server, {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: server.folder,
    max_connections: 200,
    ...settings,
  });
}

/** Of two lines with one name the later counts. */
function configure(server, settings) {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  appendFileSync(path.join(server.folder, "data/postgresql.conf"), lines.join(""));
}

/** Another process may take a port between our look and the server's start: so three tries. */
async function startOnFreePort(server) {
  for (let left = 3; ; left--) {
    server.port = await freePort();
    configure(server, { port: server.port });
    try {
      return await start(server);
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}

/**
 * Below the range from which systems take the ports of outgoing connections:
 * otherwise a client's own connection could sit on the server's port while it restarts.
 */
async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const trial = createServer().listen(port, "127.0.0.1");
    const free = await once(trial, "listening").then(
      () => true,
      () => false,
    );
    if (!free) continue;
    trial.close();
    await once(trial, "close");
    return port;
  }
}

/** Resolves once the server takes connections. */
function start(server) {
  return control(server, "start", "-l", path.join(server.folder, "log"));
}

/** Resolves once the server is gone. */
function shutDown(server, mode) {
  return control(server, "stop", "-m", mode);
}

function control(server, ...order) {
  return run(server, "pg_ctl", ["-D", path.join(server.folder, "data"), "-w", ...order]);
}

async function run(server, program, args) {
  const child = spawn(path.join(server.programs, program), args, {
    ...server.owner,
    cwd: server.folder,
    env: { PATH: process.env.PATH, HOME: server.folder, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed:\n${said}${endOfLog(server)}`);
}

function endOfLog({ folder }) {
  const log = path.join(folder, "log");
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-20).join("\n") : "";
}

/** The server's first process and, where the system tells (Linux), one for each connection. None when it is down. */
function processesOf({ folder }) {
  const file = path.join(folder, "data/postmaster.pid");
  if (!existsSync(file)) return [];
  const first = Number(readFileSync(file, "utf8").split("\n")[0]);
  const children = `/proc/${first}/task/${first}/children`;
  const others = existsSync(children) ? readFileSync(children, "utf8").trim().split(" ").map(Number) : [];
  return [first, ...others];
}

async function letGo(server) {
  const { keeper } = server;
  signal(server, "SIGCONT"); // a paused server would not hear that it is to stop
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  keeper.ref();
  keeper.stdin.end();
  await once(keeper, "exit");
}

function signal(server, name) {
  for (const pid of processesOf(server)) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if (error.code !== "ESRCH") throw error; // it ended since we looked
    }
  }
}
