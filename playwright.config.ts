import { defineConfig } from "@playwright/test";
import { browserArguments, chromiumPath } from "./e2e/support/browser";

/** The working day over fifty cases takes longer than all other journeys together: `npm run test:long`. */
const long = process.env.AQTALU_LONG === "1";

/** `npm run check -- e2e` serves a private Aqtalu and says where: there is no server to start here. */
export default defineConfig({
  testDir: "e2e",
  testIgnore: long ? [] : "working-day.spec.ts",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: process.env.AQTALU_URL,
    trace: "retain-on-failure",
    // Below the patience of a whole journey, so that what was waited for is named.
    actionTimeout: 45_000,
    navigationTimeout: 60_000,
    launchOptions: { executablePath: chromiumPath() ?? undefined, args: browserArguments },
  },
});
