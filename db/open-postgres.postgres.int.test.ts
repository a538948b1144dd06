import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { openPostgres } from "./open-postgres";
import { insertCouple } from "./testing/test-couple";
import { MIGRATIONS, openClient, openTestDatabase } from "./testing/test-database";

const database = await openTestDatabase();
const admin = await openClient(database);
afterAll(async () => {
  await admin.end();
  await database.close();
});

const url = database.url ?? "";
const open = () => openPostgres(url, MIGRATIONS, () => {});
const steps = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql"));

/** An empty database again. */
beforeEach(async () => {
  await admin.query("drop schema if exists public, drizzle cascade");
  await admin.query("create schema public");
});

async function stepsTaken(): Promise<number> {
  const { rows } = await admin.query<{ taken: string }>(
    "select count(*) as taken from drizzle.__drizzle_migrations",
  );
  return Number(rows[0]?.taken);
}

test("four processes that start at once bring the tables up to date once", async () => {
  const processes = [open(), open(), open(), open()];
  await Promise.all(processes.map((one) => one.migrate()));
  expect(await stepsTaken()).toBe(steps.length);
  await Promise.all(processes.map(({ db }) => insertCouple(db)));
  expect(await database.db.query.space.findMany()).toHaveLength(4);
  await Promise.all(processes.map((one) => one.close()));
});

test("bringing tables up to date again changes nothing and loses nothing", async () => {
  const one = open();
  await one.migrate();
  const { spaceId } = await insertCouple(one.db);
  await one.migrate();
  expect(await stepsTaken()).toBe(steps.length);
  expect(await one.db.query.space.findMany()).toMatchObject([{ id: spaceId }]);
  await one.close();
});

test("a step that fails leaves no half of it, and holds up nobody who comes after", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
  writeFileSync(path.join(folder, steps[0] ?? ""), "create table half (id int);\nselect no_such_thing();");
  const broken = openPostgres(url, folder, () => {});
  await expect(broken.migrate()).rejects.toThrow();
  await broken.close();
  rmSync(folder, { recursive: true });

  const one = open();
  await one.migrate();
  expect(await stepsTaken()).toBe(steps.length);
  const { rows } = await admin.query("select to_regclass('half') as half");
  expect(rows).toEqual([{ half: null }]);
  await one.close();
});

test("connections that break while nobody uses them are told of, and replaced", async () => {
  const onLost = vi.fn<(error: Error) => void>();
  const one = openPostgres(url, MIGRATIONS, onLost);
  await one.migrate();
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await vi.waitFor(() => expect(onLost).toHaveBeenCalled(), 20_000);
  expect(await one.db.query.space.findMany()).toEqual([]);
  await one.close();
});
