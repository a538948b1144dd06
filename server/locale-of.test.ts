import { expect, test } from "vitest";
import { type LocaleGround, localeCookie, localeOf, type Wishes } from "./locale-of";

const NOTHING: Wishes = { own: null, cookies: null, acceptLanguage: null };
const here: LocaleGround = { environment: { PSEUDO_LOCALE: "off" }, origins: { secure: false } };
const overHttps: LocaleGround = { ...here, origins: { secure: true } };
const usual = (wishes: Partial<Wishes>) => localeOf({ ...NOTHING, ...wishes }, here);

test.each([
  ["de-CH,de;q=0.9,en;q=0.8", "de"],
  ["es-419", "es"],
  ["de;q=0.2,es;q=0.7", "es"],
  ["nl,en;q=0.8,de;q=0.5", "en"],
  ["fr,de;q=0.5", "de"],
  ["gsw", "de"],
  ["ja", "en"],
  ["*", "en"],
  ["de;q=0", "en"],
  ["", "en"],
])("a browser set to %j reads %s", (acceptLanguage, locale) => {
  expect(usual({ acceptLanguage })).toBe(locale);
});

test("what is no language is passed over, however much there is of it", () => {
  expect(usual({ acceptLanguage: "zz-,x-y-z,%00,deutsch-bitte-sehr-gern,es" })).toBe("es");
  expect(usual({ acceptLanguage: Array.from({ length: 2_000 }, (_, index) => `aa-${index}`).join() })).toBe(
    "en",
  );
});

test("what was chosen comes before what the browser is set to, and a person’s own choice before all", () => {
  const acceptLanguage = "de";
  const cookies = "other=1; evenground-locale=es";
  expect(usual({ acceptLanguage, cookies })).toBe("es");
  expect(usual({ acceptLanguage, cookies, own: "en" })).toBe("en");
  expect(usual({ acceptLanguage, cookies: "evenground-locale=fr" })).toBe("de");
});

test("the pseudo-locale is read only where it is switched on, and only by choice", () => {
  const cookies = "evenground-locale=ar-XB";
  const switchedOn: LocaleGround = { ...here, environment: { PSEUDO_LOCALE: "on" } };
  expect(localeOf({ ...NOTHING, cookies }, switchedOn)).toBe("ar-XB");
  expect(usual({ cookies })).toBe("en");
  expect(localeOf({ ...NOTHING, acceptLanguage: "ar-XB" }, switchedOn)).toBe("en");
});

test("a choice is kept on the browser as it is read again", () => {
  for (const ground of [here, overHttps]) {
    const { name, value } = localeCookie("de", ground.origins);
    expect(localeOf({ ...NOTHING, cookies: `${name}=${value}` }, ground)).toBe("de");
  }
});

test("asvs 3.3.3: over https only this host can have made the choice", () => {
  expect(localeCookie("de", overHttps.origins).name).toBe("__Host-evenground-locale");
  expect(localeOf({ ...NOTHING, cookies: "evenground-locale=de" }, overHttps)).toBe("en");
});
