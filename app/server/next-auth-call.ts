import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import { evenground } from "#server/evenground";

/** What next-auth is asked. */
export interface AuthCall {
  readonly method: "GET" | "POST";
  /** What follows `/api/auth/`. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}

/** What it answers. */
export interface AuthAnswer {
  readonly status: number;
  readonly location: string | null;
  /** Lines for `Set-Cookie`. */
  readonly cookies: readonly string[];
  readonly body: unknown;
}

/**
 * Asks next-auth, in the form it documents for the Pages Router: a request and a response as plain objects. Its other
 * form reads the request that Next is serving, and so cannot be asked about anything else.
 */
export async function callNextAuth(options: AuthOptions, call: AuthCall): Promise<AuthAnswer> {
  // It has no other way to be told its own address than this and the Host header, which anybody may write.
  process.env.NEXTAUTH_URL = evenground().origins.main;
  const { method, path, query, body, cookies = {} } = call;
  const request = { method, body, cookies, query: { ...query, nextauth: [...path] }, headers: {} };
  const { response, answer } = recordingResponse();
  // Both have all that next-auth uses of them (next-auth/next/index.js); the types name all that Next has.
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return answer();
}

function recordingResponse() {
  let status = 200;
  let body: unknown = null;
  const headers = new Map<string, unknown>();
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    getHeader: (name: string) => headers.get(name),
    setHeader(name: string, value: unknown) {
      headers.set(name, value);
      return response;
    },
    json(value: unknown) {
      body = value;
    },
    send(value: unknown) {
      body = value;
    },
    end() {},
  };
  const answer = (): AuthAnswer => ({
    status,
    location: textOf(headers.get("Location")),
    cookies: [headers.get("Set-Cookie") ?? []].flat().map(String),
    body,
  });
  return { response, answer };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
