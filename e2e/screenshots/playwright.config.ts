import playwrightConfig from "../playwright.config";

/** `npm run screenshots`: every page of `pages.ts`, to be looked at; compares nothing. */
export default {
  ...playwrightConfig,
  testDir: ".",
  workers: 1,
  testMatch: "take-screenshots.ts",
  timeout: 600_000,
  webServer: {
    ...playwrightConfig.webServer,
    reuseExistingServer: process.env.LETHE_E2E_PORT_IS_OPEN === "true",
  },
};
