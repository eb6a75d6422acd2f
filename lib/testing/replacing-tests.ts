import { globSync, readFileSync } from "node:fs";

/**
 * Vitest's own hands: what they replace or change stays so in the process. And a site of a test's own, whose
 * address and keys are its process's from then on.
 */
const replaces = /\b(vi\b[^;]*from "vitest"|openSite\b[^;]*from )/;

/** The test files that replace modules, variables or globals: each needs a process of its own. */
export function replacingTests(): string[] {
  return globSync("{app,components,db,emails,lib,messages,scripts}/**/*.test.{ts,tsx}").filter(
    (file) => replaces.test(readFileSync(file, "utf8")),
  );
}
