import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { findGaps, makePlan, readCatalog } from "@/lib/erasure/engine";
import { expect, test } from "@/lib/testing/database-test";
import { erasureMap, subjectKinds } from "./erasure-map";
import * as schema from "./schema";

describe("the erasure map", () => {
  test("has a verdict on every table and column of the migrated database", async ({ db }) => {
    expect(findGaps(schema, erasureMap, subjectKinds, await readCatalog(db))).toEqual([]);
  });

  test("fails on a table and a column that only the database knows, and names them", async ({
    db,
  }) => {
    await db.execute(sql`create table side_notes (id bigint primary key, about text)`);
    await db.execute(sql`alter table contacts add column nickname text`);

    const gaps = findGaps(schema, erasureMap, subjectKinds, await readCatalog(db));

    expect(gaps.map(({ code, table, column }) => ({ code, table, column }))).toEqual([
      { code: "unknown_to_schema", table: "contacts", column: "nickname" },
      { code: "unknown_to_schema", table: "side_notes", column: null },
    ]);
  });

  test("fails on a foreign key that only the database knows, and on a path without an index", async ({
    db,
  }) => {
    await db.execute(
      sql`alter table audit_log add constraint audit_log_actor foreign key (actor_user_id) references users (id)`,
    );
    await db.execute(sql`drop index orders_contact_idx`);

    const gaps = findGaps(schema, erasureMap, subjectKinds, await readCatalog(db));

    expect(gaps.map(({ code, table, column }) => ({ code, table, column }))).toEqual([
      { code: "unmapped_foreign_key", table: "audit_log", column: null },
      { code: "missing_index", table: "orders", column: "contact_id, workspace_id" },
    ]);
  });

  test("fails on a table without an entry, a column without a verdict and a stale entry", () => {
    const { contacts, tags: _left, ...rest } = erasureMap;
    const { phone: _out, ...columns } = contacts.columns;
    const damaged = {
      ...rest,
      contacts: { ...contacts, columns: { ...columns, fax: contacts.columns.email } },
      telegrams: erasureMap.tags,
    };

    const gaps = findGaps(schema, damaged, subjectKinds);

    expect(gaps.map(({ code, table, column }) => [code, table, column])).toEqual(
      expect.arrayContaining([
        ["unmapped_table", "tags", null],
        ["unmapped_column", "contacts", "phone"],
        ["stale_column", "contacts", "fax"],
        ["stale_table", "telegrams", null],
      ]),
    );
    expect(gaps).toHaveLength(4);
  });

  test.for(subjectKinds)("makes a plan for a %s, children before parents", (kind) => {
    const keys = { workspaceId: "w", contactId: "c", userId: "u", addressDigests: ["d"] };

    const plan = makePlan(schema, erasureMap, { kind, keys });

    const erased = plan.steps.filter((step) => step.action === "erase").map((s) => s.table.key);
    for (const [at, step] of plan.steps.entries()) {
      for (const { parent } of step.table.foreignKeys) {
        const parentAt = erased.includes(parent)
          ? plan.steps.findIndex((other) => other.table.key === parent)
          : Number.POSITIVE_INFINITY;
        expect(parentAt, `${step.table.name} before ${parent}`).toBeGreaterThan(at);
      }
    }
  });
});
