import { globSync, readFileSync } from "node:fs";

/** Vitest's own hands: what they replace or change stays so in the process. */
const replaces = /\bvi\b[^;]*from "vitest"/;

/** The test files that replace modules, variables or globals: each needs a process of its own. */
export function replacingTests(): string[] {
  return globSync("{app,components,db,emails,lib,messages,scripts}/**/*.test.{ts,tsx}").filter(
    (file) => replaces.test(readFileSync(file, "utf8")),
  );
}
