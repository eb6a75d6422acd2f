import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "./make-folder";

test("makes every folder on the way, and minds none that is there", async () => {
  const root = await mkdtemp(join(tmpdir(), "lethe-folder-"));
  const deep = join(root, "a", "b", "c");

  await makeFolder(deep);
  await makeFolder(deep);

  expect((await stat(deep)).isDirectory()).toBe(true);
  await rm(root, { recursive: true });
});

test.runIf(process.platform === "linux")(
  "ends with an error where nothing can be made",
  async () => {
    await expect(makeFolder("/proc/nope/deeper")).rejects.toMatchObject({ code: "ENOENT" });
  },
);
