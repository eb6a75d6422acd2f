import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const registry = "https://registry.npmjs.org/";
const root = join(import.meta.dirname, "..");
const Names = z.record(z.string(), z.string());
const Package = z.object({
  dependencies: Names,
  devDependencies: Names,
  allowScripts: z.record(z.string(), z.boolean()),
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      optional: z.boolean().optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
    }),
  ),
});

const ours = Package.parse(read("package.json"));
const { "": _root, ...installed } = Lock.parse(read("package-lock.json")).packages;

test("a package that wants to run a script as it is installed is told by name whether it may", () => {
  const wanting = Object.entries(installed).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.split("node_modules/").at(-1) ?? ""] : [],
  );
  expect(wanting.length).toBeGreaterThan(0);
  expect([...new Set(wanting)].sort()).toEqual(Object.keys(ours.allowScripts).sort());
});

test("every package is one version, from one registry, with a digest of what it holds", () => {
  for (const version of Object.values({ ...ours.dependencies, ...ours.devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  }
  const strange = Object.entries(installed).filter(
    ([, { resolved = registry, integrity, inBundle, optional, os, cpu }]) =>
      // A build for another platform may be named without its digest: see complete-lockfile.ts.
      !inBundle &&
      !(optional && (os ?? cpu)) &&
      !(resolved.startsWith(registry) && integrity?.startsWith("sha512-")),
  );
  expect(strange.map(([path]) => path)).toEqual([]);
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}
