import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { test } from "vitest";
import messages from "../../../messages/en.json";
import { WordingHint } from "../../wording/wording-hint";
import { FieldInput } from "./field-input";
import { Answers } from "./written-answer";
const r = (children: any) => console.log(renderToStaticMarkup(createElement(NextIntlClientProvider, { locale: "en", timeZone: "UTC", messages, children } as any)));
test("x", () => {
  r(createElement(WordingHint, { text: "You never listen, really", care: "speaking" }));
  r(createElement(WordingHint, { text: "fine", care: "speaking" }));
  const base = { isReadOnly: false, problem: null, onChange() {} };
  r(createElement(FieldInput, { ...base, value: "2020-03", field: { id: "m", kind: "date", precision: "month", label: "Which?", hint: "H", optional: true } }));
  r(createElement(FieldInput, { ...base, value: "2020-03-01", problem: "Need", field: { id: "m", kind: "date", precision: "day", label: "Which?" } }));
  r(createElement(FieldInput, { ...base, value: "a", field: { id: "m", kind: "choice", label: "Which?", options: [{id:"a",text:"A"}] } }));
  r(createElement(Answers, { fields: [{ id: "m", kind: "date", precision: "day", label: "Which?" }], words: { m: "2027-03-01" } }));
});
