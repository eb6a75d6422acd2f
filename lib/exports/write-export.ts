import type { Readable } from "node:stream";
import type { Db } from "@/lib/erasure";
import { countParts, type ExportContent, exportEntries } from "./export-entries";
import { exportTables, type Subject, tablesNaming } from "./export-tables";
import { zipOf } from "./zip-of";

type Writing = Pick<ExportContent, "files" | "onParts" | "takenAt"> & {
  /** Told how many parts there will be, before the first. */
  onPlanned: (parts: number) => Promise<void>;
};

/**
 * Makes the zip of a subject's rows from one state of the database, in memory that does not grow with
 * them, and hands it to `take`, which has to read it to its end.
 */
export async function writeExport<Result>(
  db: Db,
  subject: Subject,
  { onPlanned, ...writing }: Writing,
  take: (zip: Readable) => Promise<Result>,
): Promise<Result> {
  return await db.transaction(
    async (tx) => {
      const naming = subject.kind === "workspace" ? [] : tablesNaming(subject);
      const content = { ...writing, tables: [...exportTables(subject), ...naming] };
      await onPlanned(await countParts(tx, content));
      const zip = zipOf(exportEntries(tx, content), writing.takenAt);
      try {
        return await take(zip);
      } finally {
        zip.destroy();
      }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
