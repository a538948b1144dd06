import { expect, test } from "./support/journey";

const START = { guide: "speak-and-reflect", name: "Mara" };

test("asvs 3.5.1: a change from another site, from null or from nowhere is refused", async ({
  server,
  request,
}) => {
  const start = (headers: Record<string, string>) =>
    request.post(`${server.url}/api/conversations`, { data: START, headers });
  for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`, "http://localhost:1"]) {
    const response = await start({ Origin: origin });
    expect([origin, response.status()]).toEqual([origin, 403]);
    expect(await response.json()).toEqual({ refusal: { kind: "wrong-origin" } });
  }
  expect((await start({})).status()).toBe(403);
  expect((await start({ Origin: server.url })).status()).toBe(201);
});

test("asvs 3.5.3: reading the address of a change changes nothing", async ({
  server,
  request,
  mara,
  jon,
}) => {
  const link = await mara.start();
  const id = new URL(link).pathname.split("/").at(-1);
  for (const call of ["look", "claim", "admit", "revoke", "renew"])
    expect((await request.get(`${server.url}/api/invitations/${id}/${call}`)).status()).toBe(405);
  await jon.join(link);
});

test("asvs 15.3.3, 13.4.1: unknown keys, guides, methods and files get a refusal and no more", async ({
  server,
  request,
}) => {
  const start = (data: unknown, type = "application/json") =>
    request.post(`${server.url}/api/conversations`, {
      data: typeof data === "string" ? data : JSON.stringify(data),
      headers: { Origin: server.url, "Content-Type": type },
    });
  expect((await start({ ...START, seat: "b" })).status()).toBe(400);
  expect((await start("{")).status()).toBe(400);
  expect((await start(START, "text/plain")).status()).toBe(400);
  expect((await start({ ...START, topic: "a".repeat(70_000) })).status()).toBe(400);
  const unknown = await start({ ...START, guide: "no-such-guide" });
  expect(unknown.status()).toBe(422);
  expect(await unknown.json()).toMatchObject({
    refusal: { kind: "unknown-guide", guides: expect.arrayContaining(["speak-and-reflect"]) },
  });
  for (const file of ["/.git/config", "/.env", "/.data/seal-keys", "/package.json"])
    expect([file, (await request.get(server.url + file)).status()]).toEqual([file, 404]);
});

test("asvs 3.3.3: the sign-in cookie is out of reach of scripts and of other sites", async ({ mara }) => {
  await mara.start();
  const [cookie, ...others] = await mara.page.context().cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: "evenground", httpOnly: true, sameSite: "Lax", path: "/" });
});

test("asvs 3.4.3: every page carries a policy with a nonce of its own, 404 and error too", async ({
  server,
  request,
}) => {
  const nonces = new Set<string>();
  const addresses = ["/", "/new", "/nowhere", "/c/nobody", `/j/${"A".repeat(22)}`, "/stop/x", "/", "/"];
  for (const address of addresses) {
    const headers = (await request.get(server.url + address)).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["x-powered-by"]).toBeUndefined();
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  }
  expect(nonces.size).toBe(addresses.length);
});

test("health, the guides, oneself and the metrics", async ({ server, mara, request }) => {
  const get = async (path: string, headers = {}) => request.get(server.url + path, { headers });
  expect(await (await get("/api/health")).json()).toEqual({ ok: true, version: "0.1.0", database: "ok" });
  const [guide] = await (await get("/api/guides")).json();
  expect(guide).toMatchObject({ id: "speak-and-reflect", version: 2, area: 3, minutes: 40, solo: false });
  expect((await get("/api/me")).status()).toBe(401);
  await mara.start();
  expect(await (await mara.page.request.get("/api/me")).json()).toEqual({
    name: "Mara",
    guest: true,
    wasGuest: false,
  });
  expect((await get("/api/metrics")).status()).toBe(404);
  expect((await get("/api/metrics", { Authorization: "Bearer wrong" })).status()).toBe(404);
  await mara.acceptGroundRules();
  await mara.isTold("Thank you. Your partner reads it too."); // one move was taken, so there is one to count
  const metrics = await get("/api/metrics", { Authorization: "Bearer a-token-for-the-journeys" });
  expect(await metrics.text()).toContain("evenground_move_seconds_bucket");
});

test("asvs 14.2.1, 14.2.4: what the server writes has no words, names, addresses or secrets", async ({
  server,
  mara,
  jon,
}) => {
  const link = await mara.start({ topic: "canary-topic" });
  await jon.join(link);
  await mara.acceptGroundRules();
  await jon.acceptGroundRules();
  await mara.say("canary-words");
  await jon.reads("canary-words");
  const cookies = [...(await mara.page.context().cookies()), ...(await jon.page.context().cookies())];
  const written = server.output.join("\n");
  const secret = new URL(link).hash.slice(1);
  for (const hidden of ["canary", "Mara", "Jon", secret, ...cookies.map(({ value }) => value)])
    expect(written).not.toContain(hidden);
  // No browser keeps any of it either (asvs 14.3.3).
  for (const { page } of [mara, jon])
    expect(
      await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
    ).not.toContain("canary");
});
