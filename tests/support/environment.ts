import type { TestDatabase } from "./database";

/** Points the application's own connections of this test file at its database; read once, on first use. */
export function pointAt(base: TestDatabase): void {
  process.env.DATABASE_URL_APP = base.appUrl;
  process.env.DATABASE_URL_PUBLIC = base.publicUrl;
  process.env.NEXTAUTH_SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";
  process.env.AQTALU_URL = "http://localhost:3000";
}
