import { sql } from "drizzle-orm";
import { database } from "@/lib/database";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** Whether this process can serve: 200 when it reaches its database, 503 when it does not. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    await database().db.execute(sql`select 1`);
    return Response.json({ status: "ok" }, { headers });
  } catch (error) {
    log.error("The database cannot be reached.", { route: "/api/health", error });
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}
