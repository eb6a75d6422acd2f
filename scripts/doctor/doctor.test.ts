import { sql as sqlText } from "drizzle-orm";
import { parseSync } from "oxc-parser";
import type postgres from "postgres";
import { afterAll, beforeAll, describe } from "vitest";
import { auditLog } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { policyProfile } from "@/lib/policy/policy-profile";
import { type BundledScript, bundleScript } from "@/lib/testing/bundled-script";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { checkClock } from "./check-clock";
import { checkEnvironment } from "./check-environment";
import { DoctorError } from "./doctor-error";
import { examine } from "./examine";
import { openToLook } from "./open-to-look";

describe("the doctor, on a database of ours,", () => {
  test("finds nothing to mend after the migrations, also when there is data", async ({
    databaseUrl,
    db,
  }) => {
    await createWorkspace(db, { contacts: 1, messages: 1 });
    expect((await findings(databaseUrl)).filter(({ state }) => state !== "fine")).toEqual([]);
    expect((await findings(databaseUrl)).length).toBeGreaterThan(4);
  });

  test.for<[damage: string, statement: string, mend: RegExp]>([
    [
      "a new table",
      "create table side_notes (id bigint primary key)",
      /^unknown_to_schema side_notes: Add it/,
    ],
    [
      "a dropped index",
      "drop index orders_contact_idx",
      /^missing_index orders \(contact_id, workspace_id\): Create an index/,
    ],
    [
      "a dropped trigger",
      "drop trigger fence_inserts on messages",
      /^messages: fence_inserts is missing: call raise_fences\(\);/,
    ],
    [
      "a trigger that is switched off",
      "alter table contacts disable trigger fence_updates",
      /^contacts: fence_updates is switched off: alter table "contacts" enable/,
    ],
    [
      "a column that no migration has made",
      "alter table erasure_runs drop column lease_until",
      /^missing_in_database erasure_runs \(lease_until\): Run the migrations/,
    ],
    [
      "a job that was given up",
      "insert into pgboss.job (name, data) values ('dead-letters', '{}')",
      /^1 jobs were given up/,
    ],
    [
      "a mail that does not leave",
      `insert into erasure_mails (id, request_id, message, queued_at)
       values (gen_random_uuid(), gen_random_uuid(), 'received', now() - interval '11 minutes')`,
      /^1 mails have been queued for more than 10 minutes/,
    ],
  ])("reports %s", async ([, statement, mend], { databaseUrl, sql }) => {
    await sql.unsafe(statement);
    const toMend = (await findings(databaseUrl)).filter(({ state }) => state === "mend");
    expect(toMend.flatMap(({ lines }) => lines)).toContainEqual(expect.stringMatching(mend));
  });

  test("says what the machine around it lacks: a workspace's key, the time, variables", async ({
    databaseUrl,
    db,
    sql,
  }) => {
    await createWorkspace(db, { contacts: 1, messages: 1 });
    const { id: goingId } = await createWorkspace(db, { contacts: 1, messages: 1 });
    await sql`delete from workspace_keys`;
    expect(await linesToMend(databaseUrl)).toEqual([expect.stringMatching(/^2 active workspaces/)]);
    // Its erasure has begun, and has destroyed the key as it should.
    await sql`update workspaces set state = 'frozen' where id = ${goingId}`;
    expect(await linesToMend(databaseUrl)).toEqual([expect.stringMatching(/^1 active workspaces/)]);

    const fast = () => new Date(Date.now() + 60_000);
    expect(await openToLook(databaseUrl, (tx) => checkClock(tx, fast))).toMatchObject({
      state: "mend",
      lines: [expect.stringMatching(/^It is (59|60|61) s ahead of it/)],
    });
    const { state, lines } = checkEnvironment({ DATABASE_URL: "mysql://nowhere" });
    expect(state).toBe("note");
    expect(lines).toContainEqual(expect.stringMatching(/^DATABASE_URL is not a PostgreSQL/));
    expect(lines.join()).not.toContain("mysql");
  });

  test("names what is kept longer than the profile says", async ({ databaseUrl, db }) => {
    const rules = erasureRules(policyProfile("default"));
    await createWorkspace(db, { contacts: 1, messages: 1 });
    const kept = async () => {
      const look = await openToLook(databaseUrl, (tx) => examine(tx, "public", null, rules));
      if (look.kind !== "report") throw new Error("A draft came back.");
      return look.findings.find(({ title }) => title === "Retentions end on their day")?.lines;
    };
    await db.update(auditLog).set({ occurredAt: new Date() });
    expect(await kept()).not.toContainEqual(expect.stringMatching(/^auditLog/));
    await db.update(auditLog).set({ occurredAt: new Date("2010-01-01T00:00:00Z") });
    expect(await kept()).toContainEqual(
      expect.stringMatching(/^auditLog: 1 rows are kept longer than promised/),
    );
  });

  test("gives statements that mend the fence", async ({ databaseUrl, sql }) => {
    await sql.unsafe("drop trigger fence_updates on messages");
    await sql.unsafe("alter table contacts disable trigger fence_inserts");
    await sql.unsafe("drop trigger fence_contact_ids on contacts");
    await sql.unsafe("drop trigger fence_account_inserts on sessions");
    const lines = await linesToMend(databaseUrl);
    expect(lines).toHaveLength(4);
    for (const line of lines) await sql.unsafe(line.replace(/^.*?: .*?: /, ""));
    expect(await linesToMend(databaseUrl)).toEqual([]);
  });

  test("names requests that do not get on by their code alone, and leaves the others out", async ({
    databaseUrl,
    sql,
  }) => {
    await addRequest(sql, { code: "failed", state: "failed", dueInDays: 20 });
    await addRequest(sql, { code: "overdue", state: "in_review", dueInDays: -1 });
    await addRequest(sql, {
      code: "abandoned",
      state: "purging",
      dueInDays: 20,
      leaseInMinutes: -9,
    });
    await addRequest(sql, { code: "working", state: "purging", dueInDays: 20, leaseInMinutes: 1 });
    await addRequest(sql, { code: "late", state: "scheduled", dueInDays: 20, purgeInDays: -1 });
    await addRequest(sql, { code: "waiting", state: "scheduled", dueInDays: 20, purgeInDays: 1 });
    await addRequest(sql, { code: "resumed", state: "scheduled", dueInDays: 20, purgeInDays: -1 });
    await sql`
      insert into erasure_transitions (id, request_id, to_state, actor_kind, occurred_at)
      select ${newId()}, id, state, 'system', now() from erasure_requests
      where confirmation_code = 'resumed'`;
    await addRequest(sql, { code: "held", state: "on_hold", dueInDays: -1 });
    await addRequest(sql, { code: "ended", state: "completed", dueInDays: -1 });

    const lines = await linesToMend(databaseUrl);

    expect(lines.map((line) => line.replace(/^(\d+ \w+):.*: /, "$1: "))).toEqual([
      "1 failed: failed",
      "1 stuck: late",
      "1 overdue: overdue",
      "1 stuck: abandoned",
    ]);
  });

  test.for([
    ["purges are paused", "update purge_controls set paused_at = now()"],
    ["as many runs as may be are under way", "update purge_controls set max_runs = 1"],
  ])("says nothing of what waits while %s", async ([, statement], { databaseUrl, sql }) => {
    await addRequest(sql, { code: "working", state: "purging", dueInDays: 20, leaseInMinutes: 1 });
    await addRequest(sql, { code: "waiting", state: "purging", dueInDays: 20, leaseInMinutes: -9 });
    await addRequest(sql, { code: "due", state: "scheduled", dueInDays: 20, purgeInDays: -1 });
    expect(await linesToMend(databaseUrl)).toHaveLength(2);

    await sql.unsafe(statement ?? "");
    expect(await linesToMend(databaseUrl)).toEqual([]);
  });

  test("says since when purges are paused, and how to go on", async ({ databaseUrl, sql }) => {
    await sql`update purge_controls set paused_at = '2026-11-22T12:00:00Z', changed_by = 'operator'`;
    const notes = (await findings(databaseUrl)).filter(({ state }) => state === "note");
    expect(notes.flatMap(({ lines }) => lines)).toEqual([
      "They are, since 2026-11-22 12:00 UTC, by operator; deadlines go on. To end it: npm run purge:resume",
    ]);
  });

  test("names tables that hold many dead rows", async ({ databaseUrl, sql }) => {
    await sql`alter table erasure_mails set (autovacuum_enabled = off)`;
    await sql`insert into erasure_mails (id, request_id, message, state, queued_at)
      select gen_random_uuid(), gen_random_uuid(), 'received', 'sent', now()
      from generate_series(1, 12000)`;
    // Counters are otherwise published seconds after the connection that made them has gone idle.
    await sql.begin(async (tx) => {
      await tx`delete from erasure_mails`;
      await tx`select pg_stat_force_next_flush()`;
    });
    const notes = async () =>
      (await findings(databaseUrl)).flatMap(({ state, lines }) => (state === "note" ? lines : []));
    await expect
      .poll(notes, { timeout: 10_000 })
      .toEqual([
        expect.stringMatching(
          /^erasure_mails: 12000 dead rows beside 0, \d+ MB; autovacuum will not come: vacuum \(analyze\) "erasure_mails";$/,
        ),
      ]);
  });

  test("says what a purge without the privilege costs, and lets it be", async ({
    databaseUrl,
    sql,
  }) => {
    const role = `plain_${newId().slice(-12)}`;
    await sql.unsafe(`create role ${role} login password 'plain'`);
    await sql.unsafe(`grant pg_read_all_data to ${role}`);
    const asPlain = new URL(databaseUrl);
    asPlain.username = role;
    asPlain.password = "plain";
    try {
      const others = (await findings(asPlain.href)).filter(({ state }) => state !== "fine");
      expect(others.map(({ state }) => state)).toEqual(["note"]);
      expect(others[0]?.lines.at(-1)).toBe(
        `grant set on parameter session_replication_role to "${role}";`,
      );
    } finally {
      await sql.unsafe(`drop owned by ${role}; drop role ${role}`);
    }
  });
});

describe("the doctor, on a schema that is not ours,", () => {
  test("drafts a map that is TypeScript", async ({ databaseUrl, sql }) => {
    await makeShop(sql);
    const source = await draft(databaseUrl, "shop");

    expect(parseSync("erasure-map.ts", source).errors).toEqual([]);
    expect(source).toContain("Tables hang on the tenant (table tenants): 4 of them.");
    expect(source).toContain("self_reference staff:");
    expect(source).toContain('create index concurrently on "shop"."orders" ("staff_id")');
    expect(source.match(/missing_index/g)).toHaveLength(2);
    expect(source).toContain("no_primary_key order_notes:");
    expect(source).toContain('rows: { tenant: erase(where({ id: "tenantId" })) }');
    expect(source).toContain('rows: { tenant: erase(through("orders")) }');
    expect(source).toContain("shipTo: kept, // free-form, in which anything may stand; goes");
    expect(source).toMatch(/subscribers: \{[^}]*decide: these look like people/);
  });

  test("says so when there is none", async ({ databaseUrl }) => {
    await expect(draft(databaseUrl, "nowhere")).rejects.toThrow(DoctorError);
    await expect(draft(databaseUrl, "nowhere")).rejects.toThrow('no tables in a schema "nowhere"');
  });
});

describe("npm run doctor", () => {
  let command: BundledScript;
  beforeAll(async () => {
    command = await bundleScript("scripts/doctor.ts");
  });
  afterAll(() => command.remove());

  test("exits with 1 when something is to be mended, and with 0 otherwise", async ({
    databaseUrl,
    sql,
  }) => {
    const well = await command.run(["--database", databaseUrl]);
    expect(well).toMatchObject({ code: 0, errors: "" });
    expect(well.output).toContain("Nothing to mend.");

    await sql.unsafe("create table side_notes (id bigint primary key)");
    const ill = await command.run(["--database", databaseUrl]);
    expect(ill).toMatchObject({ code: 1, errors: "" });
    expect(ill.output).toContain("1 to mend.");
  });

  test("can write nothing", async ({ databaseUrl }) => {
    const write = openToLook(databaseUrl, async (tx) => {
      await tx.execute(sqlText`delete from users`);
    });
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  test("says what is wrong with its arguments, and with a database that is not there", async ({
    databaseUrl,
  }) => {
    const [wrong, lost] = await Promise.all([
      command.run(["--database", "mysql://localhost/x"]),
      command.run(["--database", new URL("/nowhere", databaseUrl).href]),
    ]);
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain("--database must be an address");
    expect(lost.code).toBe(1);
    expect(lost.errors).toContain('cannot be reached: database "nowhere" does not exist');
    const { password } = new URL(databaseUrl);
    if (password !== "") expect(lost.errors).not.toContain(password);
  });
});

async function findings(databaseUrl: string) {
  const examination = await openToLook(databaseUrl, (tx) => examine(tx, "public"));
  if (examination.kind !== "report") throw new Error("A draft came back.");
  return examination.findings;
}

async function linesToMend(databaseUrl: string): Promise<string[]> {
  const toMend = (await findings(databaseUrl)).filter(({ state }) => state === "mend");
  return toMend.flatMap(({ lines }) => lines);
}

async function draft(databaseUrl: string, schema: string): Promise<string> {
  const examination = await openToLook(databaseUrl, (tx) => examine(tx, schema));
  if (examination.kind !== "draft") throw new Error("A report came back.");
  return examination.source;
}

async function addRequest(
  sql: postgres.Sql,
  request: {
    code: string;
    state: string;
    dueInDays: number;
    leaseInMinutes?: number;
    purgeInDays?: number;
  },
): Promise<void> {
  const [id, { code, state, dueInDays, leaseInMinutes, purgeInDays }] = [newId(), request];
  await sql`
    insert into erasure_requests (id, confirmation_code, channel, requester_kind, subject_kind,
      subject_digest, sealed, state, policy_profile, policy_version, received_at, acknowledge_by,
      due_at, purge_after)
    values (${id}, ${code}, 'form', 'account_holder', 'account', ${code}, 'zoe@example.test', ${state},
      'default', '1', now() - interval '1 day', now(), now() + make_interval(days => ${dueInDays}),
      now() + make_interval(days => ${purgeInDays ?? null}))`;
  if (leaseInMinutes === undefined) return;
  await sql`
    insert into erasure_runs (id, request_id, lease_until, started_at)
    values (${newId()}, ${id}, now() + make_interval(mins => ${leaseInMinutes}), now())`;
}

async function makeShop(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create schema shop;
    set local search_path to shop;
    create table tenants (id uuid primary key, name text not null, billing_email text);
    create table staff (
      id bigint primary key, tenant_id uuid not null references tenants, full_name text,
      manager_id bigint references staff, password_hash text not null
    );
    create index on staff (tenant_id);
    create index on staff (manager_id);
    create table orders (
      id bigint primary key, tenant_id uuid not null references tenants, ship_to jsonb,
      staff_id bigint references staff, placed_at timestamptz not null
    );
    create index on orders (tenant_id);
    create table order_notes (order_id bigint not null references orders, body text, ip inet);
    create table subscribers (id bigint primary key, email varchar(200) not null);`);
}
