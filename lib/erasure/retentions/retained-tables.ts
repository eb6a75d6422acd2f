import { getTableColumns, isTable } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import { erasureMap } from "@/db/erasure-map";
import { type RetentionEnd, retentionEnds } from "@/db/erasure-map/retention-ends";
import * as schema from "@/db/schema";
import type { TableEntry } from "../engine";

/** A table that the map retains for some kind of subject, and how its rows' period ends. */
export type RetainedTable = {
  key: string;
  table: PgTable;
  entry: TableEntry;
  /** The name by which the policy profile says how long. */
  retention: string;
  ends: readonly RetentionEnd[];
  /** Its primary key; led by `workspace_id` where the table is a workspace's. */
  primaryKey: PgColumn[];
  workspaceId: PgColumn | null;
  /** Kept for nobody but a workspace that is gone: a living one goes on using its own rows. */
  isOfGoneWorkspaces: boolean;
};

/**
 * Every table that the map retains.
 *
 * @throws where it does not say how a retention ends.
 */
export function retainedTables(): RetainedTable[] {
  return Object.entries(erasureMap as Readonly<Record<string, TableEntry>>).flatMap(
    ([key, entry]): RetainedTable[] => {
      const table = Object.entries(schema).find(([name]) => name === key)?.[1];
      const kinds = Object.entries(entry.rows).flatMap(([kind, verdict]) =>
        verdict.act === "retain" ? [{ kind, retention: verdict.retention }] : [],
      );
      const [first] = kinds;
      if (first === undefined || !isTable(table)) return [];
      const ends = retentionEnds[key];
      if (ends === undefined) throw new Error(`Nothing says how the retention of ${key} ends.`);
      return [
        {
          key,
          table,
          entry,
          retention: first.retention,
          ends,
          primaryKey: primaryKeyOf(table as PgTable),
          workspaceId: getTableColumns(table as PgTable).workspaceId ?? null,
          isOfGoneWorkspaces: kinds.every(({ kind }) => kind === "workspace"),
        },
      ];
    },
  );
}

function primaryKeyOf(table: PgTable): PgColumn[] {
  const columns = Object.values(getTableColumns(table));
  const names = getTableConfig(table).primaryKeys[0]?.columns.map(({ name }) => name);
  // In the order of the key, which is led by the workspace.
  if (names === undefined) return columns.filter(({ primary }) => primary);
  return names.flatMap((name) => columns.find((column) => column.name === name) ?? []);
}
