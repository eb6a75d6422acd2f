import { existsSync, globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { notShown } from "./not-shown";

const root = join(import.meta.dirname, "../../..");

test("every component is on the style page, or it is said why it is not", () => {
  const shown = reachedFrom("app/(operator)/operator/styleguide/page.tsx");
  const components = globSync("components/**/*.tsx", { cwd: root }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  expect(components.length).toBeGreaterThan(200);

  const left = components.filter((file) => !shown.has(file) && reasonOf(file) === undefined);
  expect(left, "neither shown nor excused").toEqual([]);
  const idle = Object.keys(notShown).filter(
    (path) => !components.some((file) => !shown.has(file) && isBelow(file, path)),
  );
  expect(idle, "excused, and shown or gone").toEqual([]);
});

function reasonOf(file: string): string | undefined {
  return Object.entries(notShown).find(([path]) => isBelow(file, path))?.[1];
}

function isBelow(file: string, path: string): boolean {
  return file.startsWith(`components/${path}`);
}

/** The components that a file brings onto its page, itself or through others. */
function reachedFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    const { module } = parseSync(file, readFileSync(join(root, file), "utf8"));
    for (const { moduleRequest } of module.staticImports) {
      const found = componentAt(file, moduleRequest.value);
      if (found !== null) visit(found);
    }
  };
  visit(start);
  return reached;
}

function componentAt(from: string, specifier: string): string | null {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier)
      : null;
  if (path === null || !path.startsWith("components/")) return null;
  return [`${path}.tsx`, `${path}.ts`].find((file) => existsSync(join(root, file))) ?? null;
}
