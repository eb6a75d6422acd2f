import { and, eq, gt, max } from "drizzle-orm";
import { requestFiles, storedObjects } from "@/db/schema";
import type { ErasureContext } from "../context";
import type { HeldRun } from "../lease";
import type { OpenPart } from "./files-part";

/**
 * Until when uploads that had begun before the freeze may still bring bytes; null: none can.
 *
 * Nobody begins one any more, and one that ends is refused and takes its bytes away with its row.
 */
export async function uploadsUntil(
  { db, now }: ErasureContext,
  { requestId }: HeldRun,
  { index, scope }: Pick<OpenPart, "index" | "scope">,
): Promise<Date | null> {
  const isUnderWay = (table: typeof storedObjects | typeof requestFiles) =>
    and(eq(table.state, "pending"), gt(table.uploadUntil, now()));
  const times: (Date | null | undefined)[] = [];
  if (scope.all !== null) {
    const [last] = await db
      .select({ until: max(storedObjects.uploadUntil) })
      .from(storedObjects)
      .where(and(scope.all, isUnderWay(storedObjects)));
    times.push(last?.until);
  }
  if (index === 0) {
    const [last] = await db
      .select({ until: max(requestFiles.uploadUntil) })
      .from(requestFiles)
      .where(and(eq(requestFiles.requestId, requestId), isUnderWay(requestFiles)));
    times.push(last?.until);
  }
  const latest = Math.max(...times.map((time) => time?.getTime() ?? 0));
  return latest > 0 ? new Date(latest) : null;
}
