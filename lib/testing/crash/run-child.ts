import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Bundle } from "./bundle";
import { ChildReport, type ChildTask } from "./child-task";

/** It lives for a few seconds: too short for optimising code to the full and collecting garbage. */
const flags = ["--no-opt", "--min-semi-space-size=32", "--max-semi-space-size=64"] as const;

/** How a child ended: with its report, or killed. @throws with what it said otherwise. */
export async function runChild(
  { file, compileCache }: Bundle,
  task: ChildTask,
): Promise<ChildReport | "killed"> {
  const child = spawn(process.execPath, [...flags, file, JSON.stringify(task)], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
  const [said, complaint, how] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (how === "SIGKILL") return "killed";
  if (how === 0) return ChildReport.parse(JSON.parse(said));
  throw new Error(`The child ended with ${how}: ${complaint}`);
}
