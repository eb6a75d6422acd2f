import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { connect } from "@/db/client";
import { asRole } from "@/db/roles/as-role";
import { grantRoles } from "@/db/roles/grant-roles";
import type { Actor, ErasureContext } from "@/lib/erasure";
import { createJobs, openBoss } from "@/lib/jobs";
import { test as erasureTest, expect } from "./erasure-test";

export { expect };

type Served = {
  /** Connected as the role, with everything else as it is. */
  ctx: (actor: Actor) => ErasureContext;
  boss: Awaited<ReturnType<typeof openBoss>>;
  sql: postgres.Sql;
};

/** Two roles of this test's own, as an installation has them. */
export const test = erasureTest.extend<{ roles: { app: Served; worker: Served } }>({
  roles: async ({ databaseUrl, sql, as }, use) => {
    await using opened = new AsyncDisposableStack();
    const suffix = randomBytes(4).toString("hex");
    const [app, worker] = ["app", "worker"].map((name) => ({
      name: `${name}_${suffix}`,
      password: suffix,
    }));
    if (app === undefined || worker === undefined) throw new Error("There are two.");
    // Twice: it can be repeated.
    await grantRoles(sql, { app, worker });
    expect(await grantRoles(sql, { app, worker })).toEqual([]);
    opened.defer(async () => {
      await sql`drop owned by ${sql(app.name)}, ${sql(worker.name)}`;
      await sql`drop role ${sql(app.name)}, ${sql(worker.name)}`;
    });
    const serve = async (url: string, kind: "sender" | "worker"): Promise<Served> => {
      const connection = connect(url);
      const boss = await openBoss(url, kind);
      opened.defer(async () => {
        await boss.stop({ graceful: false });
        await connection.close();
      });
      const jobs = createJobs(async () => boss);
      const ctx = (actor: Actor) => ({ ...as(actor), db: connection.db, jobs });
      return { ctx, boss, sql: connection.sql };
    };
    await use({
      app: await serve(asRole(databaseUrl, app), "sender"),
      worker: await serve(asRole(databaseUrl, worker), "worker"),
    });
  },
});
