import { sql } from "drizzle-orm";
import { z } from "zod";
import type { VendorApp } from "../vendor-app";

/** How many rows a workspace has in each of these tables. */
export async function countsOf(
  app: VendorApp,
  workspaceId: string,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    counts[table] = await countRows(
      app,
      sql`select count(*)::int as rows from ${sql.identifier(table)}
        where workspace_id = ${workspaceId}`,
    );
  }
  return counts;
}

const Rows = z.array(z.object({ rows: z.number() }));

/** The one number of a query that selects it as `rows`. */
export async function countRows({ db }: VendorApp, query: ReturnType<typeof sql>): Promise<number> {
  const [row] = Rows.parse(await db.execute(query));
  return row?.rows ?? 0;
}
