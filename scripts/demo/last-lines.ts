import { readFile } from "node:fs/promises";

/** The end of a log. */
export async function lastLines(file: string): Promise<string> {
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  return lines.slice(-20).join("\n");
}
