import { and, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Reach } from "../engine";
import type { RetainedTable } from "./retained-tables";
import type { StandingHold } from "./standing-holds";

/**
 * Which of a table's rows legal holds cover, by the reaches of the map; undefined where none could.
 *
 * Of the ledger, which names its subjects by keyed digests alone, those whose digest is held.
 */
export function isHeld(
  { table, entry }: Pick<RetainedTable, "table" | "entry">,
  holds: readonly StandingHold[],
): SQL | undefined {
  const columns = getTableColumns(table);
  const here = holds.filter(({ category }) => category === null || category === entry.category);
  const conditions = here.flatMap(({ kind, keys }) => {
    const verdict = entry.rows[kind];
    if (verdict === undefined || verdict.act === "not_about") return [];
    const rows = reached(verdict.reach, columns, keys) ?? ofItsWorkspace(columns, keys);
    return rows ?? [];
  });
  if (columns.subjectDigest !== undefined && here.length > 0) {
    const digests = here.map(({ digest }) => digest);
    conditions.push(inArray(columns.subjectDigest, digests));
  }
  return or(...conditions);
}

function reached(
  reach: Reach,
  columns: ReturnType<typeof getTableColumns>,
  keys: StandingHold["keys"],
): SQL | undefined {
  switch (reach.by) {
    case "keys":
      return and(
        ...Object.entries(reach.keys).map(([column, key]) => {
          const [found, value] = [columns[column], key === undefined ? undefined : keys[key]];
          return found === undefined || value === undefined ? sql`false` : eq(found, value);
        }),
      );
    case "any":
      return or(...reach.of.map((one) => reached(one, columns, keys)));
    case "unreachable":
      return undefined;
    default:
      // What only other rows lead to cannot be told apart any more: all of it is held.
      return sql`true`;
  }
}

/** What names nobody cannot be told from its neighbours: where one may be the held one's, all stay. */
function ofItsWorkspace(
  { workspaceId }: ReturnType<typeof getTableColumns>,
  keys: StandingHold["keys"],
): SQL | undefined {
  if (workspaceId === undefined || keys.workspaceId === undefined) return undefined;
  return eq(workspaceId, keys.workspaceId);
}
