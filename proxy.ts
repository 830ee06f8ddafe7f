import { NextResponse, type NextRequest } from "next/server";
import { isLocale } from "@/lib/i18n/locales";

const development = process.env.NODE_ENV === "development";

/** Sets the headers every page needs and tells the page its nonce and, in public, its language. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const locale = request.nextUrl.pathname.split("/")[1];
  const isPublic = isLocale(locale);

  const inward = new Headers(request.headers);
  inward.set("x-nonce", nonce);
  inward.set("content-security-policy", policy);
  if (isPublic) inward.set("x-next-intl-locale", locale);
  else inward.delete("x-next-intl-locale");

  const response = NextResponse.next({ request: { headers: inward } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("X-Frame-Options", "DENY");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  if (isSecure()) response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  if (!isPublic) response.headers.set("Cache-Control", "private, no-store");
  return response;
}

function isSecure(): boolean {
  return process.env.AQTALU_URL?.startsWith("https://") ?? false;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development overlay writes style elements without a nonce.
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

export const config = {
  // Uploads stay outside: a body that passes through here is cut at 10 MB without a word.
  matcher: ["/((?!_next/static|_next/image|api/upload|icon.svg|favicon.ico).*)"],
};
