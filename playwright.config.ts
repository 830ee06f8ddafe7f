import { defineConfig } from "@playwright/test";
import { browserArguments, chromiumPath } from "./e2e/support/browser";

/** `npm run check -- e2e` serves a private Aqtalu and says where: there is no server to start here. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: process.env.AQTALU_URL,
    trace: "retain-on-failure",
    launchOptions: { executablePath: chromiumPath() ?? undefined, args: browserArguments },
  },
});
