import type { RunUnderWay } from "@/lib/erasure";

/** One run as a line: its code, how far it is, by when it is due, and whether a worker has it. */
export function describeRun(run: RunUnderWay): string {
  const done = `${run.doneRows} of ${run.plannedRows} rows`;
  const due = `due ${run.dueAt.toISOString().slice(0, 10)}`;
  return `  ${run.confirmationCode}  ${run.state}, ${done}, ${due}${run.isHeld ? ", a worker has it" : ""}`;
}
