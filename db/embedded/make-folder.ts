import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, one by one.
 *
 * Node's own recursive `mkdir` never returns where the system refuses with "no such file", as
 * below `/proc`.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o755 }).catch(ignore("EEXIST"));
}

async function exists(folder: string): Promise<boolean> {
  return (await stat(folder).catch(ignore("ENOENT"))) !== undefined;
}

function ignore(code: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error) || Reflect.get(error, "code") !== code) throw error;
  };
}
