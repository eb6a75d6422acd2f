import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditLog, invoices } from "@/db/schema";
import { endRetentions } from "@/lib/erasure";
import { monthsAfter } from "@/lib/erasure/calendar";
import { paced, politePace } from "@/lib/erasure/engine";
import { createWorkspace } from "../../create-workspace";
import { eraseWorkspace } from "../erase-workspace";
import type { Check } from "../promise-row";

const day = 24 * 60 * 60 * 1000;

/**
 * What was kept of an erased workspace goes when its months are over, on that day and not before, and
 * no later than was said; a living workspace keeps its invoices.
 */
export function endsRetention(retention: "audit_log" | "invoices", months: number): Check {
  return async (app) => {
    const table = retention === "invoices" ? invoices : auditLog;
    const [erased, living] = [await createWorkspace(app.db), await createWorkspace(app.db)];
    const ended = await eraseWorkspace(app, erased);
    const said = ended.retained as { retention: string; until: string }[];
    const [row] = await app.db.select().from(table).where(eq(table.workspaceId, erased.id));
    const since = row === undefined ? null : "issuedAt" in row ? row.issuedAt : row.occurredAt;
    const until = monthsAfter(since ?? expect.unreachable("Nothing was kept."), months);
    const left = async (of: string) => await app.db.$count(table, eq(table.workspaceId, of));
    const endThem = () => endRetentions(app.as({ type: "system" }), paced(politePace));

    app.clock.advance(+until - +app.clock.now() - day);
    await endThem();
    expect(await left(erased.id)).toBe(1);
    app.clock.advance(day);
    await endThem();
    expect(await left(erased.id)).toBe(0);
    expect(said.find((one) => one.retention === retention)?.until).toSatisfy(
      (latest) => until <= new Date(latest),
    );
    expect(await app.db.$count(invoices, eq(invoices.workspaceId, living.id))).toBe(1);
  };
}
