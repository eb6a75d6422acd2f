import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";

const sources = [
  "{app,components,db,emails,lib,messages,public}/**/*.{ts,tsx,css,svg,png,ico,sql,json,woff2}",
  "{instrumentation,next.config,proxy}.ts",
  "{package,package-lock,tsconfig}.json",
];

/** One digest over everything that `next build` reads, tests aside. */
export async function sourcesDigest(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources)) if (!/\.test\.tsx?$/.test(file)) files.push(file);

  const digest = createHash("sha256");
  for (const file of files.sort()) {
    digest
      .update(`${file}\0`)
      .update(await readFile(file))
      .update("\0");
  }
  return digest.digest("hex");
}
