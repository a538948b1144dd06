import createNextIntlPlugin from "next-intl/plugin";

/** Headers that are the same for every answer; the policy with its nonce is set in proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), interest-cohort=()" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

/** @type {import("next").NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  logging: false, // the log is ours: JSON lines without addresses
  // A stored page is a page somebody else can read with the Back button.
  experimental: { agentUpgrade: false, staleTimes: { dynamic: 0, static: 30 } },
  headers: async () => [{ source: "/:path*", headers }],
};

const withTexts = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  // Messages are read while building, so that no page carries a reader for them: 9 kB less on the invitation.
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default withTexts(config);
