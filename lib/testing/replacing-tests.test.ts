import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { replacingTests } from "./replacing-tests";

test("every test file that says what to replace has a process of its own, and no other", () => {
  const replacing = globSync("{app,components,db,emails,lib,messages,scripts}/**/*.test.{ts,tsx}")
    .filter((file) => /\b(vi\s*\.\s*[a-zA-Z]+|openSite)\(/.test(readFileSync(file, "utf8")))
    .sort();

  expect(replacing).toContain("lib/safely.test.ts");
  expect(replacing).toContain("scripts/chaos/disk-full.test.ts");
  expect(replacingTests().sort()).toEqual(replacing);
});
