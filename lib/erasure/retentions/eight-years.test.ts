import { eq, getTableName, type SQL, sql } from "drizzle-orm";
import { erasureMap } from "@/db/erasure-map";
import { retentionEnds } from "@/db/erasure-map/retention-ends";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { type SentMail, workerPass } from "@/lib/testing/worker-pass";
import type { Db, ErasureContext } from "../context";
import type { TableEntry } from "../engine";
import { openFormRequest } from "../open-form-request";
import { passFence } from "../pass-fence";
import { scheduleWorkspaceErasure } from "../schedule-workspace-erasure";
import { endedKeys } from "./end-rows";
import { retainedTables } from "./retained-tables";

const day = 24 * 60 * 60 * 1000;
const {
  auditLog,
  contactFences,
  erasureRequests,
  invoices,
  legalHolds,
  suppressionEntries,
  tombstones,
} = schema;

const test = erasureTest.extend<{ ctx: ErasureContext; at: (moment: string) => void }>({
  ctx: async ({ system }, use) => {
    const rules = { graceDays: 7, backupRollOffDays: 30, confirmAfterDays: 30 };
    await use({ ...system, rules: { ...system.rules, ...rules } });
  },
  at: async ({ clock }, use) => use((moment) => clock.advance(Date.parse(moment) - +clock.now())),
});

/**
 * A workspace is closed on 22 February of a leap year: it goes on the 29th, and each of what is kept of
 * it has its own day in the eight years after. Every day of the first six weeks is lived through,
 * among them the Sundays on which Europe and America change their clocks; then the days on which
 * something is due, those before them, and two in each year.
 */
test("in eight years each act has its day, none has two, and a worker's week away is caught up", async ({
  db,
  ctx,
  at,
  boss,
}) => {
  at("2028-02-22T10:00:00Z");
  const [closing, held, late, living] = [
    await createWorkspace(db),
    await createWorkspace(db),
    await createWorkspace(db),
    await createWorkspace(db),
  ];
  await date(db, closing, { audit: "2028-02-29T09:00:00Z", invoice: "2028-02-29T08:00:00Z" });
  await date(db, held, { audit: "2028-02-29T09:00:00Z", invoice: "2028-02-29T08:00:00Z" });
  await date(db, late, { audit: "2028-03-14T09:00:00Z", invoice: "2028-03-14T08:00:00Z" });
  await date(db, living, { audit: "2036-02-01T00:00:00Z", invoice: "2020-01-01T00:00:00Z" });
  await db
    .update(contactFences)
    .set({ erasedAt: new Date("2036-02-01T00:00:00Z") })
    .where(eq(contactFences.workspaceId, living.id));
  const stop = { workspaceId: living.id, channel: "whatsapp" as const, addressDigest: "stopped" };
  const untouched = await fingerprint(db, living.id);
  const stopped = { ...stop, id: newId(), createdAt: new Date("2028-03-31T10:00:00Z") };
  await db.insert(suppressionEntries).values(stopped);
  const as = (one: TestWorkspace) => ({
    ...ctx,
    actor: { type: "owner" as const, userId: one.ownerId },
  });
  for (const one of [closing, held]) await close(as(one), one);
  const stranger = "stranger@example.test";
  await openFormRequest(
    { ...ctx, actor: { type: "requester" } },
    { email: stranger, requester: "workspace_admin", concern: "account", statement: true },
  );

  const facts: [name: string, isSo: () => Promise<boolean>, on: string][] = [
    ["the stranger's request is let go", () => isExpired(db), "2028-02-29"],
    ["the workspace is gone", () => isGone(db, closing), "2028-02-29"],
    ["the late one is gone", () => isGone(db, late), "2028-03-15"],
    ["its audit log ends", () => has(db, auditLog, closing), "2029-02-28"],
    ["its request ends", () => isForgotten(db, closing, ctx), "2030-02-28"],
    ["the stop ends", () => isStopped(db, living), "2030-03-31"],
    ["its invoices end", () => has(db, invoices, closing), "2035-02-28"],
    ["the late one's invoices end", () => has(db, invoices, late), "2035-03-14"],
    ["the held one's audit log ends", () => has(db, auditLog, held), "2035-06-01"],
    ["the held one's invoices end", () => has(db, invoices, held), "2035-06-01"],
  ];
  const seen = new Map<string, string>();
  const sent: SentMail[] = [];
  for (const today of daysToLive([...facts.map(([, , on]) => on), "2028-04-14"])) {
    // Late enough for what was queued to be due, so many days after it was.
    at(`${today}T${today < "2028-03-16" ? "10:30" : "11:00"}:00Z`);
    if (today === "2028-03-01") await hold(db, held.id, ctx.now());
    if (today === "2028-03-03") await close(as(late), late);
    if (today === "2035-06-01") await db.update(legalHolds).set({ releasedAt: ctx.now() });
    const isAway = today >= "2028-03-08" && today < "2028-03-15";
    if (!isAway) await workerPass(ctx, boss, sent);
    for (const [name, isSo] of facts) if (!seen.has(name) && (await isSo())) seen.set(name, today);
  }

  expect(Object.fromEntries(seen)).toEqual(
    Object.fromEntries(facts.map(([name, , on]) => [name, on])),
  );
  const mails = sent.map(({ at: when, to, subject }) => [isoDay(when), to, subject]);
  const received = "We have your data deletion request";
  const done = "Your data has been deleted, and what we must keep";
  expect(mails.toSorted()).toEqual(
    [
      ["2028-02-22", stranger, "Was it you who asked us to delete data?"],
      ["2028-02-22", closing.ownerEmail, received],
      ["2028-02-22", held.ownerEmail, received],
      ["2028-03-03", late.ownerEmail, received],
      ["2028-03-30", closing.ownerEmail, done],
      ["2028-03-30", held.ownerEmail, done],
      ["2028-04-14", late.ownerEmail, done],
    ].toSorted(),
  );
  expect(await fingerprint(db, living.id)).toEqual(untouched);
  const left = await db.select().from(erasureRequests);
  expect(left.map(({ subjectDigest }) => subjectDigest)).toEqual([]);
  for (const { key, table, ends } of retainedTables()) {
    const isOfRequests = ends.some(({ by }) => by === "request" || by === "run");
    if (isOfRequests) expect([key, await db.$count(table)]).toEqual([key, 0]);
  }
}, 180_000);

test("of every table that the map retains, something says how that ends, and of no other", () => {
  const retained = Object.entries(erasureMap as Readonly<Record<string, TableEntry>>).flatMap(
    ([key, { rows }]) => (Object.values(rows).some(({ act }) => act === "retain") ? [key] : []),
  );
  expect(Object.keys(retentionEnds).toSorted()).toEqual(retained.toSorted());
});

test("rows whose period is over are found by an index, however many are younger", async ({
  db,
  ctx,
}) => {
  const now = ctx.now();
  const minutesAgo = sql`${now.toISOString()}::timestamptz - make_interval(mins => n)`;
  const workspaceId = sql`${newId()}::uuid`;
  const many = sql`from generate_series(1, 20000) n`;
  await db.transaction(async (tx) => {
    await passFence(tx);
    await tx.execute(sql`insert into audit_log (workspace_id, id, occurred_at, action, actor_kind)
      select ${workspaceId}, gen_random_uuid(), ${minutesAgo}, 'x', 'system' ${many}`);
    await tx.execute(sql`insert into invoices
      (workspace_id, id, number, issued_at, currency, net_minor, tax_minor, tax_country, lines)
      select ${workspaceId}, gen_random_uuid(), n, ${minutesAgo}, 'EUR', 1, 0, 'DE', '[]' ${many}`);
    await tx.execute(sql`insert into tombstones (id, subject_kind, subject_digest, erased_at)
      select gen_random_uuid(), 'account', n, ${minutesAgo} ${many}`);
  });
  await db.execute(sql`analyze audit_log, invoices, tombstones`);

  for (const [key, index] of [
    ["auditLog", "audit_log_occurred_at_idx"],
    ["invoices", "invoices_issued_at_idx"],
    ["tombstones", "tombstones_erased_idx"],
  ] as const) {
    const retained = retainedTables().find((one) => one.key === key);
    const end = retained?.ends[0];
    if (retained === undefined || end?.by !== "age") throw new Error(`${key} has no age.`);
    const query = endedKeys(db, retained, end, { months: 12, now }, undefined).limit(1_000);
    const plan = await explain(db, query.getSQL());
    expect(plan).toContain(`"Index Name":"${index}"`);
    expect(plan, key).not.toMatch(
      new RegExp(`"Seq Scan"[^}]*"Relation Name":"${getTableName(retained.table)}"`),
    );
  }
});

async function explain(db: Db, query: SQL): Promise<string> {
  return JSON.stringify(await db.execute(sql`explain (format json) ${query}`));
}

function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function daysToLive(due: readonly string[]): string[] {
  const start = Date.parse("2028-02-22");
  const days = new Set<string>();
  for (let each = 0; each <= 45; each += 1) days.add(isoDay(new Date(start + each * day)));
  for (const on of due) {
    for (const before of [1, 0]) days.add(isoDay(new Date(Date.parse(on) - before * day)));
  }
  for (let year = 2028; year <= 2036; year += 1) {
    for (const month of ["01", "07"]) days.add(`${year}-${month}-01`);
  }
  return [...days].filter((one) => one >= "2028-02-22" && one <= "2036-02-22").toSorted();
}

async function date(
  db: Db,
  { id }: TestWorkspace,
  { audit, invoice }: { audit: string; invoice: string },
): Promise<void> {
  const [occurredAt, issuedAt] = [new Date(audit), new Date(invoice)];
  await db.update(auditLog).set({ occurredAt }).where(eq(auditLog.workspaceId, id));
  await db.update(invoices).set({ issuedAt }).where(eq(invoices.workspaceId, id));
  await db
    .update(suppressionEntries)
    .set({ createdAt: occurredAt })
    .where(eq(suppressionEntries.workspaceId, id));
}

async function close(owner: ErasureContext, { id, slug }: TestWorkspace): Promise<void> {
  await scheduleWorkspaceErasure(owner, { workspaceId: id, confirmSlug: slug });
}

async function hold(db: Db, subjectId: string, placedAt: Date): Promise<void> {
  const why = { basis: "GDPR 17(3)(e)", reference: "Case 8" };
  await db.insert(legalHolds).values({ subjectKind: "workspace", subjectId, placedAt, ...why });
}

/** Whether nothing of a workspace is left in what is kept of it. */
async function has(
  db: Db,
  table: typeof auditLog | typeof invoices,
  { id }: TestWorkspace,
): Promise<boolean> {
  return (await db.select().from(table).where(eq(table.workspaceId, id))).length === 0;
}

async function isGone(db: Db, { id }: TestWorkspace): Promise<boolean> {
  const rows = await db.select().from(schema.workspaces).where(eq(schema.workspaces.id, id));
  return rows.length === 0;
}

async function isExpired(db: Db): Promise<boolean> {
  const rows = await db.select().from(erasureRequests).where(eq(erasureRequests.state, "expired"));
  return rows.length > 0;
}

async function isStopped(db: Db, { id }: TestWorkspace): Promise<boolean> {
  const rows = await db
    .select()
    .from(suppressionEntries)
    .where(eq(suppressionEntries.workspaceId, id));
  return !rows.some(({ addressDigest }) => addressDigest === "stopped");
}

/** Whether the ledger has nothing of a workspace's request any more, in whatever table. */
async function isForgotten(db: Db, { id }: TestWorkspace, ctx: ErasureContext): Promise<boolean> {
  const digest = ctx.vault.digest("workspace", id);
  const requests = await db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.subjectDigest, digest));
  const stones = await db.select().from(tombstones).where(eq(tombstones.subjectDigest, digest));
  return requests.length + stones.length === 0;
}
