import "server-only";
import { redirect } from "next/navigation";
import type { Asking } from "#db/sign-ins";
import { whoIsAsking } from "./asking";

/**
 * Who looks at this page. Whoever is not signed in is sent to do that and comes back to `page`, its path here: whether
 * there is such a page for anybody, they are not told.
 */
export async function signedInOnly(page: string): Promise<Asking> {
  return (await whoIsAsking()) ?? redirect(`/sign-in?to=${encodeURIComponent(page)}`);
}
