import { spawnSync } from "node:child_process";
import { createECDH, createPublicKey, type ECDH, randomBytes, randomUUID, verify } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Agent, createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { decrypt } from "http_ece";

/** One message, as the browser it is for reads it. */
export interface Pushed {
  readonly endpoint: string;
  readonly text: string;
  /** As it came, sealed. */
  readonly body: Buffer;
  readonly headers: IncomingMessage["headers"];
  /** What the place said of itself, signed (RFC 8292). */
  readonly vapid: { readonly aud: string; readonly exp: number; readonly sub: string };
  readonly vapidKey: string;
}

/** A browser's keys for one subscription. */
export interface TestSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A push service on this machine, over https, that takes only what is signed and sealed as it has to be. */
export interface PushService {
  /** For PUSH_SERVICES. */
  readonly host: string;
  /** Trusts its certificate, and no other. */
  readonly agent: Agent;
  /** The file of its certificate, for NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
  readonly received: readonly Pushed[];
  /** How many requests have come, to whatever address. */
  readonly asked: () => number;
  /** A browser that has asked it for an address. */
  subscribe(): TestSubscription;
  /** What it answers from now on. Redirects lead to itself; `nothing` ends the connection once all is read. */
  answerWith(status: number | "nothing"): void;
  stop(): Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-push-"));
  const certificateFile = path.join(folder, "certificate.pem");
  const [key, cert] = makeCertificate(path.join(folder, "key.pem"), certificateFile);
  const browsers = new Map<string, { readonly ecdh: ECDH; readonly auth: string }>();
  const received: Pushed[] = [];
  let status: number | "nothing" = 201;
  let asked = 0;
  const http = createServer({ key, cert }, async (request, response) => {
    asked += 1;
    const { host, authorization = "" } = request.headers;
    const endpoint = `https://${host}${request.url}`;
    const browser = browsers.get(endpoint);
    const body = Buffer.concat(await request.toArray());
    if (status === "nothing") return void request.socket.destroy();
    const signed = readVapid(authorization);
    if (!browser) return void response.writeHead(404).end();
    if (!signed || signed.vapid.aud !== `https://${host}`) return void response.writeHead(403).end();
    if (status < 300)
      received.push({ endpoint, body, headers: request.headers, ...signed, text: open(body, browser) });
    response.writeHead(status, { Location: endpoint }).end("x".repeat(1_000));
  }).listen(0, "localhost");
  await once(http, "listening");
  const host = `localhost:${(http.address() as AddressInfo).port}`;
  const agent = new Agent({ ca: cert });
  return {
    host,
    agent,
    certificateFile,
    received,
    asked: () => asked,
    subscribe() {
      const ecdh = createECDH("prime256v1");
      ecdh.generateKeys();
      const auth = randomBytes(16).toString("base64url");
      const endpoint = `https://${host}/to/${randomUUID()}`;
      browsers.set(endpoint, { ecdh, auth });
      return { endpoint, keys: { p256dh: ecdh.getPublicKey("base64url"), auth } };
    },
    answerWith(next) {
      status = next;
    },
    async stop() {
      agent.destroy();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
      rmSync(folder, { recursive: true });
    },
  };
}

function makeCertificate(keyFile: string, certificateFile: string): readonly [Buffer, Buffer] {
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const files = ["-keyout", keyFile, "-out", certificateFile];
  const run = spawnSync("openssl", ["req", "-x509", ...kind, ...names, ...files], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`openssl made no certificate: ${run.stderr}`);
  return [readFileSync(keyFile), readFileSync(certificateFile)];
}

function open(body: Buffer, { ecdh, auth }: { readonly ecdh: ECDH; readonly auth: string }): string {
  return decrypt(body, { version: "aes128gcm", privateKey: ecdh, authSecret: auth }).toString("utf8");
}

/** Null where it is not signed by the key that it names. */
function readVapid(authorization: string): Pick<Pushed, "vapid" | "vapidKey"> | null {
  const [, header = "", claims = "", signature = "", vapidKey = ""] =
    /^vapid t=([\w-]+)[.]([\w-]+)[.]([\w-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(vapidKey, "base64url");
  if (point.length !== 65) return null;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const jwk = { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" };
  const publicKey = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" } as const;
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    publicKey,
    Buffer.from(signature, "base64url"),
  );
  return isSigned ? { vapid: JSON.parse(Buffer.from(claims, "base64url").toString()), vapidKey } : null;
}
