import { type SQL, sql } from "drizzle-orm";
import { type Executor, type Row, rowsOf } from "./statements";

/** A column to go through rows by, and the type to compare its values as. */
export type KeyColumn = { column: SQL; type: SQL };

/** Rows to read: from where, which, in the order of a unique key, and what of them. */
export type Reading = { from: SQL; where: SQL; key: readonly KeyColumn[]; columns: readonly SQL[] };

/** So many rows are in memory at once. */
const rowsInPage = 2_000;

/** A block of 8 KB holds at most 291 rows, and most hold fewer than a hundred. */
const blocksInPage = 16;

/**
 * Reads columns as text, page by page, each page a range of the key: no page walks the rows of the
 * last, no snapshot is held between two, and memory does not grow with the table.
 */
export async function* pagesOf(
  executor: Executor,
  { from, where, key, columns }: Reading,
): AsyncGenerator<(string | null)[][]> {
  const keys = list(key.map(({ column }) => column));
  const selected = list([
    selectedAsText(columns),
    ...key.map(({ column }, at) => sql`(${column})::text as ${sql.identifier(`$k${at}`)}`),
  ]);
  for (let after: SQL | null = null; ; ) {
    const rest: SQL = after === null ? where : sql`(${where}) and (${keys}) > (${after})`;
    const rows = await rowsOf(
      executor,
      sql`select ${selected} from ${from} where ${rest} order by ${keys} limit ${rowsInPage}`,
    );
    if (rows.length > 0) yield rows.map((row) => columns.map((_, at) => textIn(row, `$c${at}`)));
    const last = rows.at(-1);
    if (rows.length < rowsInPage || last === undefined) return;
    // As text first: no driver then has an opinion on how a value of the type is written.
    after = list(key.map(({ type }, at) => sql`${textIn(last, `$k${at}`)}::text::${type}`));
  }
}

/** The same for rows that no key orders, by where they lie: each page is a range of blocks. */
export async function* blocksOf(
  executor: Executor,
  { from, where, columns }: Omit<Reading, "key">,
  blocks: number,
): AsyncGenerator<(string | null)[][]> {
  const selected = selectedAsText(columns);
  for (let first = 0; first < blocks; first += blocksInPage) {
    const [begin, end] = [`(${first},0)`, `(${first + blocksInPage},0)`];
    const rows = await rowsOf(
      executor,
      sql`select ${selected} from ${from} where (${where}) and ctid >= ${begin}::text::tid and ctid < ${end}::text::tid`,
    );
    if (rows.length > 0) yield rows.map((row) => columns.map((_, at) => textIn(row, `$c${at}`)));
  }
}

function selectedAsText(columns: readonly SQL[]): SQL {
  return list(columns.map((column, at) => sql`(${column})::text as ${sql.identifier(`$c${at}`)}`));
}

function list(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `);
}

function textIn(row: Row, name: string): string | null {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
}
