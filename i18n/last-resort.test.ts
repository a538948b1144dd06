import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCALES } from "#wire/locales";
import { LAST_RESORT } from "./last-resort";

test.each(LOCALES)("in %s the last words of all are those of any other fault", (locale) => {
  const { common, fault } = JSON.parse(readFileSync(`messages/${locale}.json`, "utf8"));
  const { name, skip, leaveQuickly, id, ...rest } = LAST_RESORT[locale];
  expect({ name, skip, leaveQuickly }).toEqual({
    name: common.name,
    skip: common.skip,
    leaveQuickly: common.leaveQuickly,
  });
  const { title, body, again, home } = fault;
  expect({ ...rest, id: `${id} {id}` }).toEqual({ title, body, again, home, id: fault.id });
});
