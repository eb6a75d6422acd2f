import { eq, getTableName } from "drizzle-orm";
import { erasureFileSteps, objectPrefix, requestFiles, storedObjects } from "@/db/schema";
import type { ErasureContext, Files } from "../context";
import type { Residue } from "../engine";
import type { HeldRun } from "../lease";
import { planFor, type RunSubject } from "../subjects";
import { prefixesInLook } from "./empty-prefixes";
import { fileScope } from "./file-scope";

const askMilliseconds = 60_000;

/**
 * Asks the object store itself what is left of a run's subjects: old versions and unfinished uploads
 * included. What is found is named by the table that should have led to it.
 *
 * @param onLook called after each question.
 * @throws what the store says when it cannot answer: nobody can vouch for it then.
 */
export async function findFilesLeft(
  { db, files }: ErasureContext,
  run: HeldRun,
  subjects: readonly RunSubject[],
  onLook: () => Promise<void>,
): Promise<Residue[]> {
  const own = subjects
    .filter(({ isSettled }) => isSettled)
    .flatMap((subject) => fileScope(planFor(subject), subject).prefixes);
  const hasFiles = (await db.$count(erasureFileSteps, eq(erasureFileSteps.runId, run.id))) > 0;
  const places = [
    { table: storedObjects, prefixes: own.sort() },
    { table: requestFiles, prefixes: hasFiles ? [objectPrefix(run)] : [] },
  ];
  const residue: Residue[] = [];
  for (const { table, prefixes } of places) {
    const rows = await countLeft(files, prefixes, onLook);
    if (rows > 0) residue.push({ kind: "file", table: getTableName(table), column: null, rows });
  }
  return residue;
}

async function countLeft(
  files: Files,
  prefixes: readonly string[],
  onLook: () => Promise<void>,
): Promise<number> {
  const soon = () => AbortSignal.timeout(askMilliseconds);
  let left = 0;
  for (let at = 0; at < prefixes.length; ) {
    const empty = await files.leadingEmpty(prefixes.slice(at, at + prefixesInLook), soon());
    if (empty === 0) left += await files.countLeft(prefixes[at] ?? "", soon());
    at += Math.max(empty, 1);
    await onLook();
  }
  return left;
}
