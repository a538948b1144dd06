import "server-only";
import { cookies } from "next/headers";
import { evenground } from "#server/evenground";
import { holderCookie } from "#server/sign-in/holder";

/** Whether this browser has asked for a code that can still be used. */
export async function isCodeWaiting(): Promise<boolean> {
  const ground = evenground();
  const holder = (await cookies()).get(holderCookie(ground.origins.secure))?.value;
  return holder !== undefined && ground.isCodeWaiting(holder);
}
