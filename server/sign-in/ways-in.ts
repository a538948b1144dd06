import type { Environment } from "../environment";

/** An account elsewhere that one may sign in with. */
export interface Provider {
  readonly id: "oidc" | "google" | "github";
  /** As people know it. */
  readonly name: string;
}

/** The accounts elsewhere that this place was set up with. */
export function waysIn(environment: Environment): readonly Provider[] {
  const { OIDC_ISSUER, OIDC_NAME, GOOGLE_CLIENT_ID, GITHUB_CLIENT_ID } = environment;
  const providers: Provider[] = [];
  if (OIDC_ISSUER) providers.push({ id: "oidc", name: OIDC_NAME });
  if (GOOGLE_CLIENT_ID) providers.push({ id: "google", name: "Google" });
  if (GITHUB_CLIENT_ID) providers.push({ id: "github", name: "GitHub" });
  return providers;
}
