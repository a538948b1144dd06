import { expect, test } from "vitest";
import { isAnswerToKeep, isAsset, isPageToKeep, isSpace } from "./what-may-be-kept";

const ID = "0190a7a0-0000-7000-8000-000000000000";

test.each([
  "/home",
  `/home/${ID}`,
  `/home/${ID}?before=1`,
  `/home/${ID}/people`,
  `/home/${ID}/conversations`,
  "/home/alone",
  `/c/${ID}`,
])("%s may be kept for the visit", (path) => {
  expect(isPageToKeep(path)).toBe(true);
});

test.each([
  "/",
  "/sign-in",
  "/sign-in/code",
  "/dev/mail",
  "/api/me",
  `/api/conversations/${ID}`,
  "/j/abc",
  "/settings",
  "/settings/take-out",
  "/try",
  "/new",
  "/stop/token",
  "/homes",
  `/c/${ID}/more`,
  `/x?to=/c/${ID}`,
  "//home",
])("%s is never kept", (path) => {
  expect(isPageToKeep(path)).toBe(false);
});

function answer(status: number, type = "text/html; charset=utf-8"): Response {
  return new Response(status === 204 ? null : "<!doctype html>", {
    status,
    headers: { "Content-Type": type },
  });
}

test("only whole pages as they were meant are kept", () => {
  expect(isAnswerToKeep(`/c/${ID}`, answer(200))).toBe(true);
  for (const status of [201, 204, 206, 404, 500])
    expect(isAnswerToKeep(`/c/${ID}`, answer(status))).toBe(false);
  expect(isAnswerToKeep(`/c/${ID}`, answer(200, "text/x-component"))).toBe(false);
  expect(isAnswerToKeep(`/c/${ID}`, answer(200, "application/json"))).toBe(false);
  expect(isAnswerToKeep("/settings", answer(200))).toBe(false);
});

test("parts of pages are what is the same for everybody", () => {
  for (const path of ["/_next/static/chunks/a.js", "/faces/notes-192.png", "/icon.svg"])
    expect(isAsset(path)).toBe(true);
  for (const path of ["/_next/image", "/api/me", "/", `/c/${ID}`, "/sw.js"])
    expect(isAsset(path)).toBe(false);
});

test("/home leads to a space, and to none of its other pages", () => {
  expect(isSpace(`/home/${ID}`)).toBe(true);
  for (const path of ["/home", "/home/alone", `/home/${ID}/people`, `/c/${ID}`])
    expect(isSpace(path)).toBe(false);
});
