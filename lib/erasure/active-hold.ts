import { and, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import type { Db, Tx } from "./context";
import type { HoldScope } from "./subjects";
import { uuidArray } from "./uuid-array";

/** A legal hold that stands, as far as a purge needs to know it. */
export type ActiveHold = Pick<
  typeof legalHolds.$inferSelect,
  "id" | "subjectKind" | "subjectId" | "contactWorkspaceId" | "placedWithId" | "category"
>;

/**
 * The legal holds that stand at `now` on anything in a scope, as a query.
 *
 * @param known holds to leave out, because they are already obeyed.
 */
export function activeHold(
  db: Db | Tx,
  scope: readonly HoldScope[],
  now: Date,
  known: readonly string[] = [],
) {
  return db
    .select({
      id: legalHolds.id,
      subjectKind: legalHolds.subjectKind,
      subjectId: legalHolds.subjectId,
      contactWorkspaceId: legalHolds.contactWorkspaceId,
      placedWithId: legalHolds.placedWithId,
      category: legalHolds.category,
    })
    .from(legalHolds)
    .where(
      and(
        standsAt(now),
        isInScope(scope),
        known.length === 0 ? undefined : sql`${legalHolds.id} <> all(${uuidArray(known)})`,
      ),
    );
}

/** Whether a hold has neither been released nor run out. */
export function standsAt(now: Date): SQL | undefined {
  return and(
    isNull(legalHolds.releasedAt),
    or(isNull(legalHolds.expiresAt), gt(legalHolds.expiresAt, now)),
  );
}

/** Those of some holds that still stand. */
export async function standing(
  db: Db | Tx,
  holdIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const found = await db
    .select({ id: legalHolds.id })
    .from(legalHolds)
    .where(and(sql`${legalHolds.id} = any(${uuidArray(holdIds)})`, standsAt(now)));
  return found.map(({ id }) => id);
}

function isInScope(scope: readonly HoldScope[]): SQL {
  const idsOf = (kind: HoldScope["kind"]) =>
    scope.filter((one) => one.kind === kind).map(({ id }) => id);
  const [workspaces, accounts, of] = [idsOf("workspace"), idsOf("account"), idsOf("contacts_of")];
  const parts: (SQL | undefined)[] = [];
  if (workspaces.length > 0)
    parts.push(isOn("workspace", inArray(legalHolds.subjectId, workspaces)));
  if (accounts.length > 0) parts.push(isOn("account", inArray(legalHolds.subjectId, accounts)));
  if (of.length > 0) parts.push(isOn("contact", inArray(legalHolds.contactWorkspaceId, of)));
  for (const one of scope) {
    if (one.kind !== "contact") continue;
    const isIt = and(
      eq(legalHolds.contactWorkspaceId, one.workspaceId),
      eq(legalHolds.subjectId, one.id),
    );
    parts.push(isOn("contact", isIt));
  }
  return or(...parts) ?? sql`false`;
}

function isOn(kind: ActiveHold["subjectKind"], which: SQL | undefined): SQL | undefined {
  return and(eq(legalHolds.subjectKind, kind), which);
}
