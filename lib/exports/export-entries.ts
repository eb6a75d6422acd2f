import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { storedObjects } from "@/db/schema";
import type { Tx } from "@/lib/erasure";
import { type FilesContext, openObject } from "@/lib/files";
import { readInParts } from "@/lib/own-rows/read-in-parts";
import { csvLines } from "./csv-lines";
import { describeExport, howToRead } from "./describe-export";
import { countOf, type ExportTable } from "./export-tables";
import { jsonLines } from "./json-lines";
import { rowsAtOnce } from "./rows-at-once";
import type { ZipEntry } from "./zip-of";

export type ExportContent = {
  tables: readonly ExportTable[];
  takenAt: Date;
  /** Where the bytes of files are, to be put in beside the rows that name them; null: left out. */
  files: FilesContext | null;
  /** Called for every part written: a row in one of its two notations, or a file. */
  onParts: (parts: number) => Promise<void>;
};

const File = z.object({ workspace_id: z.uuid(), id: z.uuid(), mime_type: z.string() });
const Count = z.tuple([z.object({ count: z.number() })]);

/** How many parts an export will have. */
export async function countParts(
  tx: Tx,
  { tables, files }: Pick<ExportContent, "tables" | "files">,
): Promise<number> {
  let parts = 0;
  for (const table of tables) {
    const [{ count }] = Count.parse(await rowsOf(tx, countOf(table)));
    parts += 2 * count;
  }
  const query = files === null ? null : filesOf(tables);
  if (query === null) return parts;
  const [{ count }] = Count.parse(
    await rowsOf(tx, sql`select count(*)::int as count from (${query}) files`),
  );
  return parts + count;
}

/**
 * An export's files, one after another: what it is, then each table twice, then the media. Everything
 * is read from the state of the database that the transaction sees.
 */
export async function* exportEntries(tx: Tx, content: ExportContent): AsyncGenerator<ZipEntry> {
  const { tables, files, onParts } = content;
  yield { path: "README.txt", body: text(howToRead) };
  yield { path: "schema.json", body: text(describeExport(content)) };
  for (const table of tables) {
    const path = `${table.category}/${table.name}`;
    yield { path: `${path}.jsonl`, body: counted(jsonLines(tx, table), onParts) };
    yield { path: `${path}.csv`, body: counted(csvLines(tx, table), onParts) };
  }
  const query = filesOf(tables);
  if (files === null || query === null) return;
  const missing: string[] = [];
  for await (const part of readInParts(tx, query, rowsAtOnce)) {
    for (const { workspace_id: workspaceId, id, mime_type } of z.array(File).parse(part)) {
      const opened = await openObject(files, { workspaceId, id });
      if (opened === null) missing.push(id);
      else yield { path: `files/${id}${endingOf(mime_type)}`, body: opened.body, compress: false };
      await onParts(1);
    }
  }
  if (missing.length > 0) {
    yield { path: "files/missing.txt", body: text(`${missing.join("\n")}\n`) };
  }
}

/** The media among a subject's files; what we made ourselves, exports and snapshots, is left out. */
function filesOf(tables: readonly ExportTable[]) {
  const table = tables.find(({ key }) => key === "storedObjects");
  if (table === undefined) return null;
  const { workspaceId, id, mimeType, purpose, state } = storedObjects;
  const isMedia = and(table.where, eq(purpose, "media"), eq(state, "stored"));
  return sql`select ${workspaceId}, ${id}, ${mimeType} from ${storedObjects} where ${isMedia} order by ${id}`;
}

/** What programs show or play. The sender says what a file is: no name is made of it that a system runs. */
const endings = new Set(
  "aac amr avif csv gif heic jpeg json mp4 mpeg ogg pdf png wav webm webp 3gpp".split(" "),
);

/** What programs go by, where a type has one that is as plain as that. */
function endingOf(mimeType: string): string {
  const ending = /^[a-z]+\/([a-z0-9]+)(?:;|$)/.exec(mimeType)?.at(1) ?? "";
  return endings.has(ending) ? `.${ending}` : "";
}

async function* counted(
  parts: AsyncIterable<{ bytes: Buffer; rows: number }>,
  onParts: (parts: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  for await (const { bytes, rows } of parts) {
    yield bytes;
    if (rows > 0) await onParts(rows);
  }
}

async function* text(words: string): AsyncGenerator<Buffer> {
  yield Buffer.from(words);
}

async function rowsOf(tx: Tx, query: Parameters<Tx["execute"]>[0]): Promise<unknown[]> {
  const rows: unknown = await tx.execute(query);
  return Array.isArray(rows) ? [...rows] : [];
}
