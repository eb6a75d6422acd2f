import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Files } from "@/lib/erasure/context";

/** Files in a folder, by key: real bytes where many processes are to die over them quickly. */
export function folderFiles(folder: string, pageSize = 1_000): Files {
  return {
    async erase(keys) {
      for (const key of keys) await rm(path.join(folder, key), { force: true });
    },
    async erasePage(prefix) {
      const page = (await under(folder, prefix)).slice(0, pageSize);
      for (const file of page) await rm(file, { force: true });
      return page.length;
    },
    async leadingEmpty(prefixes) {
      for (const [at, prefix] of prefixes.entries()) {
        if ((await under(folder, prefix)).length > 0) return at;
      }
      return prefixes.length;
    },
    countLeft: async (prefix) => (await under(folder, prefix)).length,
    isGone: async (key) => !existsSync(path.join(folder, key)),
  };
}

async function under(folder: string, prefix: string): Promise<string[]> {
  const found = await readdir(path.join(folder, prefix), {
    recursive: true,
    withFileTypes: true,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return found.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
}
