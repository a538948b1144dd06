import { LOCALES, type Locale } from "#wire/locales";
import { offline as de } from "../../messages/de.json";
import { offline as en } from "../../messages/en.json";
import { offline as es } from "../../messages/es.json";
import look from "./calm-page.css";

const WORDS: Readonly<Record<Locale, typeof en>> = { en, de, es };

/** Waits for the network, and leaves as *Leave quickly* does on every page. */
const SCRIPT = `
addEventListener("online", () => location.reload());
document.querySelector("button").addEventListener("click", ({ currentTarget }) => {
  document.documentElement.style.visibility = "hidden";
  document.title = "";
  sessionStorage.clear();
  navigator.serviceWorker.controller?.postMessage({ kind: "wipe" });
  location.replace(currentTarget.dataset.to);
});`;

/**
 * The page where there is no connection and nothing else to show: nobody's name is on it, not even this place's. It
 * lies in the worker itself, so it is there when everything else was wiped.
 */
export async function calmPage(language: string, leaveTo: string): Promise<Response> {
  const locale = LOCALES.find((one) => one === language) ?? LOCALES[0];
  const words = WORDS[locale];
  const policy = [
    "default-src 'none'",
    `style-src '${await hashOf(look)}'`,
    `script-src '${await hashOf(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const page = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${words.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${look}</style></head>
<body><header><button type="button" data-to="${escaped(leaveTo)}">${words.leaveQuickly}</button></header>
<main><i></i><i></i><h1>${words.title}</h1><p>${words.text}</p><a href="">${words.again}</a></main>
<script>${SCRIPT}</script></body></html>`;
  return new Response(page, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy.join("; "),
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    },
  });
}

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

function escaped(text: string): string {
  return text.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
