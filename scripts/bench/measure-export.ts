import type { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { connect } from "@/db/client";
import { workspaceSubject } from "@/lib/erasure";
import { writeExport } from "@/lib/exports/write-export";
import { memoryWatch } from "./memory-watch";
import type { TemporaryServer } from "./temporary-server";

export type ExportFigures = {
  rows: number;
  seconds: number;
  /** Of the zip. */
  bytes: number;
  /** How far this process grew. */
  memoryBytes: number;
};

/** Writes a workspace's export as the worker does, up to where the object store would take it. */
export async function measureExport(
  server: TemporaryServer,
  workspaceId: string,
): Promise<ExportFigures> {
  const connection = connect(server.url("lethe"), { max: 2 });
  let [parts, bytes] = [0, 0];
  const count = async (zip: Readable) => {
    for await (const chunk of zip) bytes += chunk.length;
  };
  try {
    await connection.db.execute(sql`select 1`);
    const memory = memoryWatch();
    const started = performance.now();
    await writeExport(
      connection.db,
      workspaceSubject(workspaceId),
      {
        takenAt: new Date(),
        files: null,
        onPlanned: async () => {},
        onParts: async (more) => {
          parts += more;
        },
      },
      count,
    );
    const seconds = (performance.now() - started) / 1_000;
    return { rows: z.int().parse(parts / 2), seconds, bytes, memoryBytes: memory.stop() };
  } finally {
    await connection.close();
  }
}
