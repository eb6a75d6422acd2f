import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join, posix } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { circles, type ModuleGraph, violations } from "./testing/module-graph";

const root = join(import.meta.dirname, "..");

describe("the tree's arrows", () => {
  test("hold for every import in the project", async () => {
    const graph = await readGraph();
    expect(graph.size).toBeGreaterThan(100);
    expect(violations(graph)).toEqual([]);
  });

  test("go in no circle", async () => {
    expect(circles(await readGraph())).toEqual([]);
  });

  test.for<[from: string, to: string]>([
    ["lib/erasure/verb.ts", "next"],
    ["lib/erasure/verb.ts", "react"],
    ["lib/erasure/verb.ts", "lib/env.ts"],
    ["lib/erasure/verb.ts", "lib/crypto/index.ts"],
    ["lib/erasure/engine/plan.ts", "db/schema/index.ts"],
    ["lib/erasure/engine/plan.ts", "lib/erasure/context.ts"],
    ["lib/authorization/acts.ts", "lib/erasure/context.ts"],
    ["db/schema/users.ts", "lib/erasure/index.ts"],
    ["db/client.ts", "lib/env.ts"],
    ["components/erasure/form.tsx", "db/client.ts"],
    ["components/erasure/form.tsx", "lib/erasure/index.ts"],
    ["components/ui/button.tsx", "lib/erasure/schemas.ts"],
    ["components/ui/button.tsx", "components/erasure/form.tsx"],
    ["components/erasure/form.tsx", "messages/en/form.ts"],
    ["messages/en/form.ts", "lib/erasure/status.ts"],
    ["emails/verify.tsx", "lib/mail/send-mail.ts"],
    ["lib/mail/send-mail.ts", "app/page.tsx"],
    ["lib/crypto/vault.ts", "server-only"],
    ["app/page.tsx", "lib/erasure/start-run.ts"],
    ["components/crm/form.tsx", "next-auth/react"],
  ])("are checked: %s may not import %s", ([from, to]) => {
    expect(violations(new Map([[from, [to]]]))).toHaveLength(1);
  });

  test("are checked: a circle is found and named", () => {
    const graph: ModuleGraph = new Map([
      ["lib/a.ts", ["lib/b.ts"]],
      ["lib/b.ts", ["lib/c.ts"]],
      ["lib/c.ts", ["lib/a.ts"]],
    ]);
    expect(circles(graph)).toEqual(["lib/a.ts -> lib/b.ts -> lib/c.ts -> lib/a.ts"]);
  });
});

async function readGraph(): Promise<ModuleGraph> {
  const graph = new Map<string, string[]>();
  for await (const path of glob(
    "{app,components,db,emails,lib,messages,scripts,e2e}/**/*.{ts,tsx}",
    {
      cwd: root,
    },
  )) {
    const file = path.replaceAll("\\", "/");
    const { module } = parseSync(file, readFileSync(join(root, file), "utf8"));
    const specifiers = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
      ),
    ];
    graph.set(file, [...new Set(specifiers)]);
  }
  return new Map(
    [...graph].map(([file, specifiers]) => [
      file,
      specifiers.map((specifier) => resolve(file, specifier, graph)),
    ]),
  );
}

/** A path inside the project when it is one, the package's specifier otherwise. */
function resolve(file: string, specifier: string, files: ReadonlyMap<string, unknown>): string {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(file), specifier)
      : null;
  if (base === null) return specifier;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return candidates.find((candidate) => files.has(candidate)) ?? base;
}
