import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@/": fileURLToPath(new URL("./", import.meta.url)) } },
  test: {
    globalSetup: "lib/testing/global-setup.ts",
    exclude: ["node_modules/**", ".next/**", ".data/**", "e2e/**"],
    // Tests mostly wait for PostgreSQL: one fewer than the cores, as it is otherwise, halves the speed.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
