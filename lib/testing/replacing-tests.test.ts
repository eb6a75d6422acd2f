import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { replacingTests } from "./replacing-tests";

test("every test file that says what to replace has a process of its own, and no other", () => {
  const replacing = globSync("{app,components,db,emails,lib,messages,scripts}/**/*.test.{ts,tsx}")
    .filter((file) => /\bvi\s*\.\s*[a-zA-Z]+\(/.test(readFileSync(file, "utf8")))
    .sort();

  expect(replacing).toContain("lib/safely.test.ts");
  expect(replacingTests().sort()).toEqual(replacing);
});
