/** Read once by lib/env.ts, so it must stand before anything asks. */
export function setEnvironment(databaseUrl = "postgresql://nobody@localhost/nowhere"): void {
  process.env.DATABASE_URL_APP = databaseUrl;
  process.env.DATABASE_URL_PUBLIC = databaseUrl;
  process.env.NEXTAUTH_SECRET = "0123456789abcdefghijklmnopqrstuv-of-the-tests";
  process.env.AQTALU_URL = "http://localhost:3000";
}
