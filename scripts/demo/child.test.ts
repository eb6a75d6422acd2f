import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { startChild } from "./child";
import { supervise } from "./supervise";

const sleeper = ["-e", "setInterval(() => {}, 1000)"];

async function child(commandLine: readonly string[]) {
  const logFolder = await mkdtemp(path.join(tmpdir(), "lethe-child-"));
  return await startChild({ name: "child", commandLine, environment: process.env, logFolder });
}

test("a child's last words and its end are known", async () => {
  const { ended, lastWords } = await child(["-e", "console.log('so long'); process.exit(3)"]);

  expect(await ended).toBe("exit code 3");
  expect(await lastWords()).toBe("so long");
});

test("a child ends with its parent, also when that is killed", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "lethe-parent-"));
  const parentFile = path.join(folder, "parent.mts");
  const childModule = pathToFileURL(path.join(import.meta.dirname, "child.ts")).href;
  await writeFile(
    parentFile,
    `import { startChild } from ${JSON.stringify(childModule)};
     const { pid } = await startChild({ name: "child", commandLine: ${JSON.stringify(sleeper)},
       environment: process.env, logFolder: ${JSON.stringify(folder)} });
     console.log(pid);
     setInterval(() => {}, 1000);`,
  );
  const parent = spawn(process.execPath, ["--import", "tsx", parentFile]);
  const [pid] = await once(parent.stdout, "data");
  expect(isAlive(Number(pid))).toBe(true);

  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(Number(pid))).toBe(false), { timeout: 8_000 });
});

test("a supervised child is started again until it is stopped", async () => {
  const restarts: number[] = [];
  const worker = await supervise(
    () => child(sleeper),
    (_end, pause) => restarts.push(pause),
  );
  const first = worker.pid();
  process.kill(first, "SIGKILL");

  await vi.waitFor(() => expect(worker.pid()).not.toBe(first), { timeout: 8_000 });
  expect(restarts).toEqual([500]);
  await worker.stop();
  expect(isAlive(worker.pid())).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
