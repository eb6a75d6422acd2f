import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./lib/testing/longest-first.ts";
import { replacingTests } from "./lib/testing/replacing-tests.ts";

const resolve = { alias: { "@/": fileURLToPath(new URL("./", import.meta.url)) } };
const elsewhere = ["**/node_modules/**", "**/.next/**", ".data/**", "e2e/**"];
const times = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } };
const alone = replacingTests();

export default defineConfig({
  resolve,
  test: {
    globalSetup: "lib/testing/global-setup.ts",
    // Tests mostly wait for PostgreSQL: one fewer than the cores, as it is otherwise, halves the speed; one more
    // keeps two cores busy and is no faster.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        // Most of a file's time would go into loading what the file before has loaded already.
        test: { name: "together", isolate: false, exclude: [...elsewhere, ...alone], ...times },
      },
      { resolve, test: { name: "alone", include: alone, ...times } },
    ],
  },
});
