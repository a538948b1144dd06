import { evenground } from "#server/evenground";

const NO_STORE = { "Cache-Control": "no-store" };

/** 200 while it can serve, 503 while it cannot. What is wrong is in the log. */
export async function GET(): Promise<Response> {
  const ground = evenground();
  if (ground.isStopping()) return Response.json({ ok: false }, { status: 503, headers: NO_STORE });
  try {
    await ground.pingDatabase();
    return Response.json({ ok: true, version: ground.version, database: "ok" }, { headers: NO_STORE });
  } catch (error) {
    const fault = ground.log.fault("health", error);
    return Response.json({ ok: false, fault }, { status: 503, headers: NO_STORE });
  }
}
