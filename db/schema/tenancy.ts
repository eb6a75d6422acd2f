import { type AnyPgColumn, foreignKey, primaryKey, uuid } from "drizzle-orm/pg-core";
import { timeOrderedId } from "./columns";
import { workspaces } from "./workspaces";

type ColumnOf<TTable extends string> = AnyPgColumn<{ tableName: TTable }>;

/** The two columns that lead every workspace table: whose it is, and which one. */
export function tenantColumns() {
  return { workspaceId: uuid("workspace_id").notNull(), id: timeOrderedId() };
}

/**
 * The key of a workspace table, and its reference to the workspace.
 *
 * The key is led by the workspace, so that one workspace's rows are one range and the same table
 * can be spread over many servers. The reference makes a writer fail once the workspace is gone.
 */
export function tenantConstraints<TTable extends string>(t: {
  workspaceId: ColumnOf<TTable>;
  id: ColumnOf<TTable>;
}) {
  return [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
  ];
}

/**
 * A reference from one workspace table to another inside the same workspace.
 *
 * Never cascades: what goes, and in which order, is the erasure plan's to say.
 */
export function sibling<TTable extends string, TParent extends string>(
  t: { workspaceId: ColumnOf<TTable> },
  column: ColumnOf<TTable>,
  parent: { workspaceId: ColumnOf<TParent>; id: ColumnOf<TParent> },
) {
  return foreignKey({
    columns: [t.workspaceId, column],
    foreignColumns: [parent.workspaceId, parent.id],
  });
}
