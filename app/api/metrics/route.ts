import { createHash, timingSafeEqual } from "node:crypto";
import { evenground } from "#server/evenground";

/** Prometheus text for whoever has METRICS_TOKEN. Without that variable there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const { environment, metrics } = evenground();
  const token = environment.METRICS_TOKEN;
  if (!token || !isSame(request.headers.get("authorization") ?? "", `Bearer ${token}`))
    return Response.json({ refusal: { kind: "not-found" } }, { status: 404 });
  return new Response(await metrics.text(), {
    headers: { "Content-Type": "text/plain; version=0.0.4", "Cache-Control": "no-store" },
  });
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
