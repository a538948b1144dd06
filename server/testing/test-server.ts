import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { Agent } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Guide } from "#conversation/guide";
import type { Move } from "#conversation/moves";
import type { KeyRing } from "#db/key-ring";
import { openTestDatabase, type TestDatabase } from "#db/testing/test-database";
import type { MoveAnswer, OpenAnswer, Opened } from "#wire/events";
import type { StartRequest } from "#wire/requests";
import { cookieName } from "../cookies";
import { readEnvironment } from "../environment";
import { type GuideBook, SHIPPED_GUIDES } from "../guide-book";
import { claimSeat } from "../invitations";
import { startJobs } from "../jobs";
import type { Limits } from "../limits";
import { openLog } from "../log";
import type { Outcome, Requester } from "../requester";
import { startConversation } from "../start-conversation";
import { type Pages, type RunningServer, startServer } from "../start-server";
import { makeClock, type TestClock } from "./test-clock";
import { connected, makeSocket, type TestSocket } from "./test-socket";

/** One key for all test servers, so that a second one can read what the first one sealed. */
const RING: KeyRing = { current: "test", keys: new Map([["test", new Uint8Array(32).fill(7)]]) };

export interface TestServerOptions {
  readonly limits?: Partial<Limits>;
  /** Variables of the environment, besides those that make a test server. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly clock?: TestClock;
  /** Beside those that ship. */
  readonly guides?: readonly Guide[];
  /** What serves pages in the place of Next; without it every page is a 404. */
  readonly pages?: Partial<Pages>;
  /** Whether it serves jobs: most tests ask for none, and starting them takes a while. */
  readonly jobs?: boolean;
  /** With what push services are connected to. */
  readonly pushAgent?: Agent;
  /** Left open when the server stops; without it the server has one of its own, which goes with it. */
  readonly database?: TestDatabase;
}

/** One person, signed in on one browser. */
export interface Guest {
  readonly token: string;
}

/** A conversation with both seats taken. */
export interface Pair {
  readonly id: string;
  readonly a: Guest;
  readonly b: Guest;
}

export interface TestServer extends RunningServer {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** The log so far, one line of JSON each. */
  readonly log: readonly string[];
  /** Who makes an HTTP request: a guest, or a browser without a sign-in. Each comes from an address of its own. */
  requester(guest?: Guest, address?: string): Promise<Requester>;
  /** A conversation that waits for its second partner. */
  startAlone(request?: Partial<StartRequest>): Promise<{ id: string; a: Guest; link: Link }>;
  startPair(request?: Partial<StartRequest>): Promise<Pair>;
  connect(guest: Guest): Promise<TestSocket>;
}

/** Both halves of an invitation's link. */
export interface Link {
  readonly id: string;
  readonly secret: string;
}

/** Starts the real server on a free port. Only Next is missing. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { clock = makeClock(), database = await openTestDatabase() } = options;
  const log: string[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-test-"));
  const environment = readEnvironment({ ...USUAL_VARIABLES, DATA_DIR: folder, ...options.variables });
  const own = database.openAgain();
  const ownLog = openLog(environment, { write: (line) => log.push(line) });
  const given = {
    environment,
    database: own,
    ring: RING,
    log: ownLog,
    ...(options.jobs && { jobs: await startJobs(own, ownLog) }),
    version: "0.0.0-test",
    authSecret: "only for tests",
    now: clock.now,
    ...(options.guides && { guides: withMore(options.guides) }),
    ...(options.pushAgent && { pushAgent: options.pushAgent }),
    ...(options.limits && { limits: options.limits }),
  };
  const server = await startServer(given, async () => ({ ...NO_PAGES, ...options.pages }));
  const { ground } = server;
  const requester = async (guest?: Guest, address: string = randomUUID()): Promise<Requester> => ({
    asking: guest ? await ground.whoIsAsking(guest.token) : null,
    locale: "en",
    address,
    origin: ground.origins.main,
    device: "",
    cookie: () => null,
    now: clock.now(),
  });
  const startAlone = async (request: Partial<StartRequest> = {}) => {
    const asked = { guide: "speak-and-reflect", name: "Ada", ...request };
    const started = await startConversation(ground.desk, await requester(), asked);
    const { answer, token } = signedIn(started);
    return { id: answer.conversationId, a: { token }, link: linkIn(answer.invitation?.url ?? "") };
  };
  return {
    ...server,
    database,
    clock,
    log,
    requester,
    startAlone,
    async startPair(request) {
      const { id, a, link } = await startAlone(request);
      const claim = { secret: link.secret, name: "Ben" };
      const { token } = signedIn(await claimSeat(ground.desk, await requester(), link.id, claim));
      return { id, a, b: { token } };
    },
    connect: ({ token }) =>
      connected(
        makeSocket(server.url, {
          Origin: server.url,
          Cookie: `${cookieName(ground.origins.secure)}=${token}`,
        }),
      ),
    async stop() {
      await server.stop();
      if (!options.database) await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withMore(guides: readonly Guide[]): GuideBook {
  return {
    newest: [...SHIPPED_GUIDES.newest, ...guides],
    find: (id, version) =>
      guides.find((guide) => guide.id === id && guide.version === version) ??
      SHIPPED_GUIDES.find(id, version),
  };
}

const USUAL_VARIABLES = {
  NODE_ENV: "test",
  PORT: "0",
  HANDSHAKES_PER_MINUTE: "1000000",
  STARTS_PER_HOUR: "1000000",
};

const NO_PAGES: Pages = {
  async request(_request, response) {
    response.writeHead(404).end();
  },
  upgrade: (_request, socket) => socket.destroy(),
  close: async () => {},
};

/** What was answered, and the sign-in that came with it. */
export function signedIn<Answer>(outcome: Outcome<Answer>): { answer: Answer; token: string } {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  if (!outcome.signIn) throw new Error("It made no sign-in.");
  return { answer: outcome.answer, token: outcome.signIn.token };
}

export function linkIn(url: string): Link {
  const { pathname, hash } = new URL(url);
  return { id: pathname.slice("/j/".length), secret: hash.slice(1) };
}

/** How long an answer may take before a test gives up on it. */
const PATIENCE = 10_000;

export function tryOpen(socket: TestSocket, conversationId: string, since?: number): Promise<OpenAnswer> {
  const request = { conversationId, ...(since !== undefined && { since }) };
  return socket.timeout(PATIENCE).emitWithAck("open", request);
}

/** Opens a conversation, which must succeed. */
export async function open(socket: TestSocket, conversationId: string, since?: number): Promise<Opened> {
  const answer = await tryOpen(socket, conversationId, since);
  if (!answer.ok) throw new Error(`Not opened: ${JSON.stringify(answer)}`);
  return answer;
}

export function move(
  socket: TestSocket,
  conversationId: string,
  made: Move,
  moveId: string = randomUUID(),
): Promise<MoveAnswer> {
  return socket.timeout(PATIENCE).emitWithAck("move", { conversationId, moveId, move: made });
}
