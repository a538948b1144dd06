import { EventEmitter } from "node:events";
import type { Server as HttpServer } from "node:http";
import next from "next";
import type { Environment } from "./environment";
import type { Pages } from "./start-server";

/**
 * Next, for pages and HTTP handlers. It adds an upgrade listener to any server it is given and would end our sockets
 * there, so it gets an emitter of its own and only what is left over (its hot reload, in development).
 */
export async function preparePages({ NODE_ENV, HOST, PORT }: Environment): Promise<Pages> {
  const upgrades = new EventEmitter();
  const app = next({
    dev: NODE_ENV === "development",
    hostname: HOST,
    port: PORT,
    httpServer: upgrades as HttpServer, // only `on` is ever called on it
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    request: (request, response) => handle(request, response),
    upgrade(request, socket, head) {
      if (!upgrades.emit("upgrade", request, socket, head)) socket.destroy();
    },
    close: () => app.close(),
  };
}
