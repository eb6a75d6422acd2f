import { addHours } from "date-fns";
import { and, asc, eq, lte, notExists, or } from "drizzle-orm";
import { storedObjects, workspaceExports } from "@/db/schema";
import { eraseObject } from "@/lib/files";
import { dropExport } from "./drop-export";
import type { ExportContext } from "./export-context";
import { isOutdated } from "./is-outdated";

const atOnce = 100;

/** A worker that wrote a file has said so by then. */
const hoursWithoutWord = 3;

/**
 * Takes exports away that are over: those whose time is up, those that hold a contact whose erasure
 * has begun since, and files that no export names, of workers that died between the two. Bytes first.
 *
 * @returns how many. @throws AggregateError with what failed; the next sweep tries again.
 */
export async function sweepExports(ctx: ExportContext): Promise<number> {
  const outcomes = await Promise.allSettled([
    ...(await exportsOver(ctx)).map((one) => dropExport(ctx, one)),
    ...(await namelessFiles(ctx)).map((file) => eraseObject(ctx, file)),
  ]);
  const failures = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, "Some exports are left.");
  return outcomes.length;
}

async function exportsOver({ db, now }: ExportContext) {
  return await db
    .select({
      workspaceId: workspaceExports.workspaceId,
      id: workspaceExports.id,
      objectId: workspaceExports.objectId,
    })
    .from(workspaceExports)
    .where(or(lte(workspaceExports.expiresAt, now()), isOutdated(db)))
    .orderBy(asc(workspaceExports.expiresAt))
    .limit(atOnce);
}

async function namelessFiles({ db, now }: ExportContext) {
  const named = db
    .select({ id: workspaceExports.id })
    .from(workspaceExports)
    .where(
      and(
        eq(workspaceExports.workspaceId, storedObjects.workspaceId),
        eq(workspaceExports.objectId, storedObjects.id),
      ),
    );
  return await db
    .select({ workspaceId: storedObjects.workspaceId, id: storedObjects.id })
    .from(storedObjects)
    .where(
      and(
        eq(storedObjects.purpose, "export"),
        eq(storedObjects.state, "stored"),
        lte(storedObjects.storedAt, addHours(now(), -hoursWithoutWord)),
        notExists(named),
      ),
    )
    .limit(atOnce);
}
