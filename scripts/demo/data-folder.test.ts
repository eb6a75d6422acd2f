import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { openDataFolder } from "./data-folder";
import { demoKeys } from "./demo-keys";

async function emptyFolder(): Promise<string> {
  return path.join(await mkdtemp(path.join(tmpdir(), "lethe-folder-")), "data");
}

test("a folder belongs to one demo at a time", async () => {
  const folder = await emptyFolder();
  const first = await openDataFolder(folder, false);
  await expect(openDataFolder(folder, false)).rejects.toThrow("Another demo is running");

  await first.release();
  const second = await openDataFolder(folder, false);
  expect(second.leftBehind).toBe(false);
  await second.release();
});

test("a folder that can't be made is refused with a sentence", async () => {
  const file = await emptyFolder();
  await writeFile(file, "");

  await expect(openDataFolder(path.join(file, "below"), false)).rejects.toThrow(
    /can't be used.*--data FOLDER/,
  );
});

test("keys are made once, kept from other people, and gone after a fresh start", async () => {
  const folder = await emptyFolder();
  const opened = await openDataFolder(folder, false);
  const made = await demoKeys(folder);
  const kept = await demoKeys(folder);
  expect(kept).toEqual({ ...made, areNew: false });
  expect((await stat(path.join(folder, "keys.json"))).mode & 0o777).toBe(0o600);
  await opened.release();

  const again = await openDataFolder(folder, true);
  expect((await demoKeys(folder)).password).not.toBe(made.password);
  await again.release();
});

test("a fresh start takes what is the demo's and nothing else", async () => {
  const folder = await emptyFolder();
  await (await openDataFolder(folder, false)).release();
  const foreign = path.join(folder, "thesis.txt");
  await writeFile(foreign, "years of work");

  await (await openDataFolder(folder, true)).release();
  expect((await stat(foreign)).size).toBeGreaterThan(0);
});

test("damaged keys are not replaced: they would not open the data", async () => {
  const folder = await emptyFolder();
  const opened = await openDataFolder(folder, false);
  await writeFile(path.join(folder, "keys.json"), "{");

  await expect(demoKeys(folder)).rejects.toThrow(/damaged.*--fresh/);
  await opened.release();
});
