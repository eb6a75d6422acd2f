import type { ErasureContext } from "../context";
import type { HeldRun } from "../lease";
import { emptyPrefixes } from "./empty-prefixes";
import { eraseFileRows } from "./erase-file-rows";
import { StoreFailure } from "./file-batch";
import { fileScope } from "./file-scope";
import { endFileStep, openFileStep, recordFailure } from "./file-step";
import type { FilesPart, OpenPart } from "./files-part";
import { uploadsUntil } from "./uploads-until";

/**
 * What became of a subject's files. Unless they are `done`, the rows that lead to them have to stay:
 * somebody is uploading until then, or the store failed. `given_up` is for verification to report.
 */
export type FilesOutcome =
  | { outcome: "done" | "yielded" | "stopped" | "given_up" }
  | { outcome: "waiting"; milliseconds: number }
  | { outcome: "failed"; error: unknown };

/** So many failures, a minute between them, and the request is reported as failed. */
const mostFailures = 5;

/** A dead uploader is waited for no longer than it could have lived; a living one ends sooner. */
const longestWait = 15_000;

/**
 * Erases the bytes of a subject's files, before the rows that lead to them go.
 *
 * Page by page, each under the run's guard and recorded in its own transaction. Killed anywhere, it
 * goes on: what is gone is not found again, or asked for once more and gone already. Memory for one
 * page, however many there are. With the run's first subject goes what was handed in with the request.
 */
export async function eraseFiles(
  ctx: ErasureContext,
  run: HeldRun,
  part: FilesPart,
): Promise<FilesOutcome> {
  const step = await openFileStep(ctx, run, part);
  if (step === null || step.state === "done") return { outcome: "done" };
  const open = { ...part, step, scope: fileScope(part.plan, part.subject) };
  const busyUntil = await uploadsUntil(ctx, run, open);
  if (busyUntil !== null) {
    const milliseconds = busyUntil.getTime() - ctx.now().getTime();
    return { outcome: "waiting", milliseconds: Math.min(milliseconds, longestWait) };
  }
  try {
    return { outcome: await eraseInTurn(ctx, run, open) };
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    await recordFailure(ctx, run, part.index, error.cause);
    return step.failures + 1 < mostFailures
      ? { outcome: "failed", error: error.cause }
      : { outcome: "given_up" };
  }
}

async function eraseInTurn(
  ctx: ErasureContext,
  run: HeldRun,
  part: OpenPart,
): Promise<"done" | "yielded" | "stopped"> {
  const erasing = await eraseFileRows(ctx, run, part);
  if (erasing !== "done") return erasing;
  const emptying = await emptyPrefixes(ctx, run, part);
  if (emptying !== "done") return emptying;
  return (await endFileStep(ctx, run, part)) ? "done" : "stopped";
}
