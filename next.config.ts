import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** Headers for the addresses that proxy.ts leaves alone: static files and uploads. */
const quietHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
];

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "pdfkit", "pg", "sharp"],
  // The optimizer would keep copies of scans in a cache that knows nothing of who may see them.
  images: { unoptimized: true },
  experimental: { globalNotFound: true },
  typescript: { ignoreBuildErrors: false },
  headers: async () => [
    { source: "/_next/static/:path*", headers: quietHeaders.slice(0, 3) },
    { source: "/api/upload/:path*", headers: quietHeaders },
  ],
};

export default withIntl(config);
