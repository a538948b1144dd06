import type { Environment } from "./environment";

/** Where this server is reached: the only origins whose pages may change anything. */
export interface Origins {
  /** The one that is printed at the start. */
  readonly main: string;
  /** True for an exact match only. Missing and `null` are foreign. */
  isOurs(origin: string | null | undefined): origin is string;
  /** Reached over https. */
  readonly secure: boolean;
}

/** With PUBLIC_URL, that alone; without, this machine's own names at the port the server listens on. */
export function originsOf({ PUBLIC_URL }: Pick<Environment, "PUBLIC_URL">, port: () => number): Origins {
  const ours = (): readonly string[] =>
    PUBLIC_URL ? [PUBLIC_URL] : [`http://localhost:${port()}`, `http://127.0.0.1:${port()}`];
  return {
    get main() {
      return ours()[0] ?? "";
    },
    isOurs: (origin): origin is string => typeof origin === "string" && ours().includes(origin),
    secure: PUBLIC_URL?.startsWith("https:") ?? false,
  };
}
