import { sql } from "drizzle-orm";
import { database } from "@/lib/database";
import { log } from "@/lib/log";
import { objectStore } from "@/lib/object-store";
import { findUndone } from "@/lib/tombstones/find-undone";

export const dynamic = "force-dynamic";

const headers = { "Cache-Control": "no-store" };

/**
 * Whether this process can serve: 200 when it reaches its database and no erasure is undone in it, 503
 * otherwise. A store that cannot be asked stands in nobody's way: the process asked it at its start.
 */
export async function GET(): Promise<Response> {
  try {
    await database().db.execute(sql`select 1`);
  } catch (error) {
    log.error("The database cannot be reached.", { route: "/api/health", error });
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
  if ((await undone()) === "none") return Response.json({ status: "ok" }, { headers });
  const mend = "Erasures are undone by a restore: run `npm run replay`.";
  return Response.json({ status: "erasures_undone", mend }, { status: 503, headers });
}

async function undone(): Promise<string> {
  try {
    return await findUndone(database().db, objectStore());
  } catch (error) {
    log.error("Whether erasures are undone cannot be asked.", { route: "/api/health", error });
    return "none";
  }
}
