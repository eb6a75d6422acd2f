import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { storedObjects } from "@/db/schema";
import { workspaceSubject } from "@/lib/erasure";
import { ownTables } from "@/lib/own-rows/own-tables";

export type SnapshotTable = {
  /** Its key in the schema. */
  key: string;
  table: PgTable;
  name: string;
  /** The columns that can be written, quoted, in one order. */
  columns: SQL;
  /** Its references to people's accounts. */
  userColumns: readonly string[];
  /** Which of its rows are the workspace's. */
  where: SQL;
};

/** Tables of a workspace that no snapshot holds. */
const leftOut: ReadonlySet<string> = new Set([
  // It would be encrypted under itself.
  "workspaceKeys",
  // Their files are kept for days, and no snapshot holds them.
  "workspaceExports",
  // What keeps erased people away must never go back to what it was.
  "contactFences",
  "addressTombstones",
  // An address in them may be an erased person's, which nobody can tell any more.
  "invitations",
]);

/**
 * What a snapshot of a workspace holds: the rows that its erasure would erase or retain, by the map;
 * parents before children.
 */
export function snapshotTables(workspaceId: string): SnapshotTable[] {
  return ownTables(workspaceSubject(workspaceId))
    .filter(({ table }) => !leftOut.has(table.key))
    .map(({ table, found }) => ({
      key: table.key,
      table: table.table,
      name: table.name,
      columns: sql.join(
        Object.values(table.columns)
          .filter(({ generated }) => generated === undefined)
          .map(({ name }) => sql.identifier(name)),
        sql`, `,
      ),
      userColumns: table.foreignKeys
        .filter(({ parent }) => parent === "users")
        .flatMap(({ pairs }) => pairs.map(({ column }) => table.columns[column]?.name ?? "")),
      where:
        table.key === "storedObjects"
          ? sql`${found.predicate} and ${storedObjects.purpose} not in ('snapshot', 'export')`
          : found.predicate,
    }));
}
