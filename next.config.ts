import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { dataHeaders, securityHeaders } from "./lib/security/security-headers";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

export default withNextIntl({
  poweredByHeader: false,
  reactStrictMode: true,
  // Title and icon come with the page's head for everybody, not behind it: a page is never without its name.
  htmlLimitedBots: /.*/,
  // The route is where every tool looks for routes; the address is the one that verifiers expect.
  rewrites: async () => [{ source: "/.well-known/jwks.json", destination: "/api/receipt-keys" }],
  // Whoever builds what was checked before, or only wants to see it run, does not wait for the types.
  typescript: { ignoreBuildErrors: process.env.BUILD_WITHOUT_TYPES === "1" },
  experimental: {
    // A proof of five megabytes, and the form around it.
    serverActions: { bodySizeLimit: "6mb" },
    // A clean clone is built once: nobody would read what a quarter of the build's time went into.
    turbopackFileSystemCacheForBuild: !process.env.CI,
  },
  headers: async () => [
    { source: "/:path*", headers: [...securityHeaders] },
    { source: "/api/:path*", headers: [...dataHeaders] },
  ],
  serverExternalPackages: [
    "@node-rs/argon2",
    "@opentelemetry/exporter-prometheus",
    "@opentelemetry/sdk-node",
    "pg-boss",
    "pino",
    "rate-limiter-flexible",
  ],
} satisfies NextConfig);
