/**
 * Adds to package-lock.json the builds for other platforms that a registry mirror did not offer.
 *
 * `npm install` against a mirror that lacks, say, the Windows build of a tool leaves it out of the
 * lockfile, and `npm ci` then refuses the file everywhere. Only packages that name a platform
 * other than Linux/glibc are added; they are never fetched on a machine they are not for.
 */
import { readFileSync, writeFileSync } from "node:fs";

type LockEntry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8")) as { packages: Record<string, LockEntry> };
const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "openharmony",
  "win32",
  "netbsd",
  "openbsd",
];
const added: string[] = [];

for (const [parentPath, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isLocked(parentPath, name)) continue;
    if (!/^\d/.test(version))
      throw new Error(`${name}@${version} has no exact version: lock it by hand`);

    const parts = name.split("/").at(-1)?.split("-") ?? [];
    const cpu = parts.find((part) =>
      /^(x64|arm64|arm|ia32|ppc64|riscv64|s390x|loong64|wasm32)$/.test(part),
    );
    const os = parts.find((part) => systems.includes(part));

    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(parent.dev ? { dev: true } : {}),
      ...(parts.some((part) => part.startsWith("musl")) ? { libc: ["musl"] } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    added.push(`${name}@${version}`);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "The lockfile was complete." : `Added:\n${added.join("\n")}`);

/** npm looks beside the parent first, then in every folder above it. */
function isLocked(parentPath: string, name: string): boolean {
  for (let at = parentPath; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (lock.packages[at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`])
      return true;
    if (at === "") return false;
  }
}
