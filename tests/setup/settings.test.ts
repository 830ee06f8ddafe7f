import { expect, test } from "vitest";
import { readSettings } from "@/scripts/settings";

const secret = "0f3c9a7be1d24586c0f3a97be1d24586";

test("nothing set: a private database with the demo cast, on port 3000", () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({ port: 3000, url: "http://localhost:3000", databaseUrl: null, demo: true });
  expect(settings.data).toMatch(/\.aqtalu$/);
});

test("a server of one's own: no demo cast unless asked for", () => {
  const own = { DATABASE_URL: "postgresql://o:p@db/aqtalu", NEXTAUTH_SECRET: secret };
  expect(readSettings(own).demo).toBe(false);
  expect(readSettings({ ...own, AQTALU_DEMO: "1" }).demo).toBe(true);
});

test("the address people type is the only source of the origin, and follows the port by itself", () => {
  expect(readSettings({ PORT: "4000" }).url).toBe("http://localhost:4000");
  expect(readSettings({ PORT: "4000", AQTALU_URL: "https://aqtalu.example/" }).url).toBe(
    "https://aqtalu.example",
  );
});

test.each([
  [{ PORT: "0" }, /PORT must be a number/],
  [{ PORT: "http" }, /PORT must be a number/],
  [{ AQTALU_URL: "aqtalu.example" }, /AQTALU_URL must be the address/],
  [{ DATABASE_URL: "mysql://db/x", NEXTAUTH_SECRET: secret }, /DATABASE_URL must look like/],
  [{ DATABASE_URL: "postgresql://o@db/x" }, /With DATABASE_URL Aqtalu needs NEXTAUTH_SECRET/],
  [{ DATABASE_URL: "postgresql://o@db/x", NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET is too weak/],
  [{ NEXTAUTH_SECRET: "a".repeat(64) }, /NEXTAUTH_SECRET is too weak/],
])("%o stops with a sentence", (from, sentence) => {
  expect(() => readSettings(from)).toThrow(sentence);
});
