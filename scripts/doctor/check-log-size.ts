import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import type { Finding } from "./finding";

const Sizes = z.object({
  tableBytes: z.coerce.number(),
  mostLogBytes: z.coerce.number(),
});

/**
 * Whether the server's log has room for a big purge before it forces a checkpoint.
 *
 * After one in the middle, every page that verification reads first is written whole once more: of a
 * million messages it takes three times as long (docs/benchmarks.md).
 */
export async function checkLogSize(executor: Executor, schema: string): Promise<Finding> {
  const [sizes] = await ask(
    executor,
    Sizes,
    sql`
    select coalesce(sum(pg_relation_size(oid)), 0) as "tableBytes",
      pg_size_bytes(current_setting('max_wal_size')) as "mostLogBytes"
    from pg_class where relkind = 'r' and relnamespace = ${schema}::regnamespace`,
  );
  return logSizeFinding(sizes ?? { tableBytes: 0, mostLogBytes: 0 });
}

/** A purge writes about as much log as the rows it deletes have in their tables. */
export function logSizeFinding({ tableBytes, mostLogBytes }: z.infer<typeof Sizes>): Finding {
  const isRoomy = tableBytes < mostLogBytes / 2 || mostLogBytes >= roomyBytes;
  return {
    title: "A big purge has room in the server's log",
    state: isRoomy ? "fine" : "note",
    lines: isRoomy
      ? []
      : [
          `max_wal_size is ${gigabytes(mostLogBytes)}, and the tables have ${gigabytes(tableBytes)}: a purge of much`,
          "of them forces a checkpoint on its way, and verification then takes three times as long.",
          "alter system set max_wal_size = '4GB'; select pg_reload_conf();",
        ],
  };
}

/** With which a million messages went without a checkpoint. */
const roomyBytes = 4 * 2 ** 30;

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
