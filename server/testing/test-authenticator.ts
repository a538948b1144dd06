import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { PasskeyAddOptions, PasskeySignInOptions } from "#wire/answers";

/** A device that holds one passkey, as WebAuthn describes it: https://www.w3.org/TR/webauthn-3/ */
export interface TestAuthenticator {
  /** Makes a key for whoever these options name, on the page of `origin`. */
  make(options: PasskeyAddOptions["options"], origin: string): ReturnType<typeof madeBy>;
  /** Shows the key it has made. `counter` says how often it has signed; it counts by itself otherwise. */
  show(
    options: PasskeySignInOptions["options"],
    origin: string,
    counter?: number,
  ): ReturnType<typeof shownBy>;
}

type Cbor = Parameters<typeof isoCBOR.encode>[0];

/** The person is there; the key was made just now. */
const PRESENT = 0x01;
const HAS_KEY = 0x40;

interface Key {
  readonly id: Buffer;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  userHandle: string;
}

/** A device without a screen, which always says yes. */
export function makeAuthenticator(): TestAuthenticator {
  const key: Key = {
    id: randomBytes(16),
    ...generateKeyPairSync("ec", { namedCurve: "P-256" }),
    userHandle: randomBytes(16).toString("base64url"),
  };
  let signed = 0;
  return {
    make(options, origin) {
      key.userHandle = options.user.id;
      return madeBy(key, options, origin);
    },
    show(options, origin, counter) {
      signed += 1;
      return shownBy(key, options, origin, counter ?? signed);
    },
  };
}

function madeBy(key: Key, options: PasskeyAddOptions["options"], origin: string) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(key.id.length);
  const attested = Buffer.concat([Buffer.alloc(16), length, key.id, coseOf(key.publicKey)]);
  const authData = Buffer.concat([head(options.rp.id ?? "", PRESENT | HAS_KEY, 0), attested]);
  const attestation = new Map<string, Cbor>([
    ["fmt", "none"],
    ["attStmt", new Map()],
    ["authData", Uint8Array.from(authData)],
  ]);
  return {
    ...credentialOf(key),
    response: {
      clientDataJSON: clientData("webauthn.create", options.challenge, origin).toString("base64url"),
      attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString("base64url"),
      transports: ["internal"],
    },
  };
}

function shownBy(key: Key, options: PasskeySignInOptions["options"], origin: string, counter: number) {
  const authData = head(options.rpId ?? "", PRESENT, counter);
  const said = clientData("webauthn.get", options.challenge, origin);
  const signature = createSign("sha256")
    .update(authData)
    .update(createHash("sha256").update(said).digest())
    .sign(key.privateKey);
  return {
    ...credentialOf(key),
    response: {
      clientDataJSON: said.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: signature.toString("base64url"),
      userHandle: key.userHandle,
    },
  };
}

function credentialOf({ id }: Key) {
  const credentialId = id.toString("base64url");
  return {
    id: credentialId,
    rawId: credentialId,
    type: "public-key" as const,
    clientExtensionResults: {},
  };
}

/** For which site, what about the person, and how often it has signed. */
function head(domain: string, flags: number, counter: number): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt8(flags);
  rest.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash("sha256").update(domain).digest(), rest]);
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** The public key on P-256, in the numbers of RFC 9053. */
function coseOf(publicKey: KeyObject): Uint8Array {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinate = (value: string) => Uint8Array.from(Buffer.from(value, "base64url"));
  const cose = new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(x)],
    [-3, coordinate(y)],
  ]);
  return isoCBOR.encode(cose);
}
