import { connect } from "@/db/client";
import type { ErasureContext } from "@/lib/erasure";

/** Runs a command on one database as the system. It needs no keys, and so no other environment. */
export async function withSteering(
  url: string,
  command: (ctx: Pick<ErasureContext, "db" | "actor" | "now">) => Promise<void>,
): Promise<void> {
  const connection = connect(url, { max: 1, connect_timeout: 10 });
  try {
    await command({ db: connection.db, actor: { type: "system" }, now: () => new Date() });
  } finally {
    await connection.close();
  }
}
