import type { Environment } from "./environment";

/** Where this server is reached: the only origins whose pages may change anything. */
export interface Origins {
  /** The one that is printed at the start. */
  readonly main: string;
  /** True for an exact match only. Missing and `null` are foreign. */
  isOurs(origin: string | null | undefined): origin is string;
  readonly secure: boolean;
}

/** With PUBLIC_URL, that alone; without, this machine's own names at the port the server listens on. */
export function originsOf(environment: Pick<Environment, "PUBLIC_URL">, port: number): Origins {
  const ours = environment.PUBLIC_URL
    ? [environment.PUBLIC_URL]
    : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const [main = ""] = ours;
  return {
    main,
    isOurs: (origin): origin is string => typeof origin === "string" && ours.includes(origin),
    secure: main.startsWith("https:"),
  };
}
