import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { ADDRESS_HEADER, addressReader } from "./addresses";
import type { Environment } from "./environment";
import type { Evenground } from "./evenground";
import { originsOf } from "./origins";
import { assemble, type Given } from "./parts";

/** What serves everything but sockets: Next, in the real process. */
export interface Pages {
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  readonly ground: Evenground;
  /** Takes nothing new, finishes what is under way, closes everything; the database last. */
  stop(): Promise<void>;
}

/**
 * Starts one process on an open, migrated database and listens.
 * `preparePages` is given what pages may use; it answers when they are ready to serve.
 */
export async function startServer(
  given: Given,
  preparePages: (ground: Evenground) => Promise<Pages>,
): Promise<RunningServer> {
  const { environment, log } = given;
  let port = environment.PORT;
  let stopping = false;
  const origins = originsOf(environment, () => port);
  const { io, ground, underway, serveJobs } = assemble(given, origins, () => stopping);
  await serveJobs();
  const pages = await preparePages(ground);
  const http = serveHttp(pages, environment, ground);
  io.attach(http); // after our own listener: it takes the requests of its path and leaves the others
  serveUpgrades(http, pages);
  port = await listen(http, environment);
  return {
    url: `http://${environment.HOST}:${port}`,
    ground,
    async stop() {
      if (stopping) return;
      stopping = true;
      const began = performance.now();
      io.emit("bye", {});
      await underway.done();
      await io.close();
      http.closeAllConnections();
      await pages.close();
      await given.jobs?.stop();
      await given.database.close();
      log.note("stopped", { milliseconds: Math.round(performance.now() - began) });
    },
  };
}

function serveHttp(pages: Pages, environment: Environment, ground: Evenground): HttpServer {
  const addressOf = addressReader(environment.TRUST_PROXY);
  return createServer((request, response) => {
    request.headers[ADDRESS_HEADER] = addressOf(request);
    if (!environment.TRUST_PROXY) dropForwarded(request);
    if (ground.isStopping()) response.setHeader("Connection", "close");
    // Next would take an address that cannot be decoded for a fault of its own.
    if (!isDecodable(request.url ?? "")) return void response.writeHead(400).end();
    pages.request(request, response).catch((error: unknown) => {
      ground.log.fault("page", error);
      response.destroy();
    });
  });
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false; // "malformed" is the answer, and throwing is the only way the function has to give it
  }
}

/** What a client says about proxies that are not ours is not even shown to the pages. */
function dropForwarded(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers))
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
}

function serveUpgrades(http: HttpServer, pages: Pages): void {
  http.on("upgrade", (request, socket, head) => {
    if (request.url?.startsWith("/socket.io/")) return; // Socket.IO has a listener of its own
    pages.upgrade(request, socket, head);
  });
}

function listen(http: HttpServer, { PORT, HOST }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(PORT, HOST, () => resolve((http.address() as AddressInfo).port));
  });
}
