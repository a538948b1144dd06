import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { Asking } from "#db/sign-ins";
import { cookieName } from "#server/cookies";
import { evenground } from "#server/evenground";

/** Who looks at this page; null for a browser without a sign-in. Read once for each page, however many parts ask. */
export const whoIsAsking = cache(async (): Promise<Asking | null> => {
  const ground = evenground();
  const token = (await cookies()).get(cookieName(ground.origins.secure))?.value;
  return token ? ground.whoIsAsking(token) : null;
});
