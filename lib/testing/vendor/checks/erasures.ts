import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { placeHold } from "@/lib/erasure/place-hold";
import { createWorkspace } from "../../create-workspace";
import { eraseWorkspace } from "../erase-workspace";
import type { Check } from "../promise-row";
import { countRows, countsOf } from "./count-rows";

const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

/** A workspace's erasure leaves no row of it in these tables, and the neighbour's stay. */
export function erases(...tables: string[]): Check {
  return async (app) => {
    const [doomed, neighbour] = [await createWorkspace(app.db), await createWorkspace(app.db)];
    const before = await countsOf(app, neighbour.id, tables);
    expect(await countsOf(app, doomed.id, tables)).toEqual(before);
    for (const rows of Object.values(before)) expect(rows).toBeGreaterThan(0);

    expect((await eraseWorkspace(app, doomed)).state).toBe("completed_with_retentions");

    for (const rows of Object.values(await countsOf(app, doomed.id, tables))) expect(rows).toBe(0);
    expect(await countsOf(app, neighbour.id, tables)).toEqual(before);
  };
}

/** Its members' accounts, passwords and sessions go with their workspace. */
export const erasesPeople: Check = async (app) => {
  const doomed = await createWorkspace(app.db);
  const people = [doomed.ownerId, doomed.agentId];
  const count = async (table: string, column: string) =>
    await countRows(
      app,
      sql`select count(*)::int as rows from ${sql.identifier(table)}
      where ${sql.identifier(column)} in ${people}`,
    );
  expect([await count("users", "id"), await count("sessions", "user_id")]).toEqual([2, 2]);

  await eraseWorkspace(app, doomed);

  expect([await count("users", "id"), await count("sessions", "user_id")]).toEqual([0, 0]);
};

/** What is retained is on record with the day on which it ends, and names nobody. */
export function retains(retention: string, years: number): Check {
  return async (app) => {
    const doomed = await createWorkspace(app.db);
    const ended = await eraseWorkspace(app, doomed);
    const until = new Date(app.clock.now());
    until.setUTCFullYear(until.getUTCFullYear() + years);
    expect(ended.retained).toContainEqual(
      expect.objectContaining({ retention, until: until.toISOString() }),
    );
    const named = await countRows(
      app,
      retention === "invoices"
        ? sql`select count(*)::int as rows from invoices where workspace_id = ${doomed.id}
            and (billed_to_name is not null or billed_to_email is not null or billed_to_address is not null)`
        : sql`select count(*)::int as rows from audit_log where workspace_id = ${doomed.id}
            and (actor_user_id is not null or ip_address is not null or detail is not null)`,
    );
    expect(named).toBe(0);
  };
}

/** A hold on the workspace keeps its erasure from starting. */
export const obeysHolds: Check = async (app) => {
  const held = await createWorkspace(app.db);
  await placeHold(app.as(operator), {
    subjectKind: "workspace",
    subjectId: held.id,
    basis: "GDPR art. 17(3)(e)",
    reference: "case 1",
    expiresAt: null,
  });
  expect((await eraseWorkspace(app, held)).state).toBe("on_hold");
  expect(await countsOf(app, held.id, ["contacts"])).toEqual({ contacts: 3 });
};

/** The last mail says that it is done, and leaves as soon as the live data is gone. */
export const confirmsByMail: Check = async (app) => {
  await eraseWorkspace(app, await createWorkspace(app.db));
  const mails = await app.deliverMails();
  expect(mails.at(-1)?.text).toContain("It is deleted");
};
