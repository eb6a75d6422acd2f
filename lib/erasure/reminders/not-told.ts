import { and, eq, gt, lte, notExists, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dueMarks } from "@/db/schema";
import type { Db } from "../context";
import type { DueRange } from "./due-ranges";
import type { DueAudience } from "./note-due";

/** Whose deadline is at this mark, with an audience that has not been told so. */
export function notTold(
  db: Db,
  audience: DueAudience,
  { mark, after, until }: DueRange,
  item: { id: AnyPgColumn; dueAt: AnyPgColumn },
): SQL | undefined {
  const told = db
    .select({ itemId: dueMarks.itemId })
    .from(dueMarks)
    .where(
      and(
        eq(dueMarks.itemId, item.id),
        eq(dueMarks.audience, audience),
        eq(dueMarks.mark, mark),
        eq(dueMarks.dueAt, item.dueAt),
      ),
    );
  return and(
    lte(item.dueAt, until),
    after === null ? undefined : gt(item.dueAt, after),
    notExists(told),
  );
}
