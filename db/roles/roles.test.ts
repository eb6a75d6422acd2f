import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { describe } from "vitest";
import { connect } from "@/db/client";
import {
  erasureReceipts,
  erasureRequests,
  erasureRuns,
  legalHolds,
  metaIdentities,
  users,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { issueCode } from "@/lib/account/issue-code";
import { openSession } from "@/lib/auth/open-session";
import { hashPassword } from "@/lib/auth/password";
import {
  deauthorizeMetaUser,
  type ErasureContext,
  keepAccount,
  openFormRequest,
  openMetaRequest,
  pausePurges,
  placeHold,
  readReceipt,
  readRequestStatus,
  releaseHold,
  resumePurges,
  scheduleAccountErasure,
  scheduleContactErasure,
  scheduleWorkspaceErasure,
  verifyRequest,
} from "@/lib/erasure";
import { openSealedRequest } from "@/lib/erasure/sealed-request";
import { publishedKeys } from "@/lib/receipts";
import { inviteMember } from "@/lib/team/invite-member";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { fingerprint } from "@/lib/testing/fingerprint";
import { expect, test } from "@/lib/testing/roles-test";
import { workerPass } from "@/lib/testing/worker-pass";
import { appPrivileges } from "./app-privileges";
import { asRole } from "./as-role";
import { grantRoles } from "./grant-roles";

test("what people ask for is taken by the app's role and carried out by the worker's", async ({
  db,
  roles,
}) => {
  const { app, worker } = roles;
  const [doomed, kept, neighbour] = [
    await createWorkspace(db),
    await createWorkspace(db),
    await createWorkspace(db),
  ];
  const before = await fingerprint(db, neighbour.id);
  const requester = app.ctx({ type: "requester" });
  const operator = app.ctx({ type: "operator", userId: newId() });
  const owner = app.ctx({ type: "owner", userId: kept.ownerId });

  // People come, sign in, invite, ask, and think better of it.
  const passwordHash = await hashPassword("correct horse");
  const person = { id: newId(), name: "Ada", email: "ada@example.test", passwordHash };
  await db.insert(users).values(person);
  const metaUserId = "1000200030004000";
  await db.insert(metaIdentities).values({ userId: kept.ownerId, metaUserId });
  const credentials = { email: person.email, password: "correct horse" };
  expect(await openSession(requester, credentials, { userAgent: null })).not.toBeNull();
  await issueCode(requester, { userId: person.id, purpose: "erase_account" });
  await inviteMember(
    { ...owner, userId: kept.ownerId },
    { workspaceId: kept.id, email: "new@example.test", role: "agent" },
  );
  await scheduleAccountErasure(requester, { userId: person.id, prove: async () => {} });
  await keepAccount(requester, { userId: person.id });
  const { holdId } = await placeHold(operator, {
    subjectKind: "workspace",
    subjectId: kept.id,
    category: null,
    basis: "litigation",
    reference: "K 7",
    expiresAt: null,
  });
  await releaseHold(operator, { holdId });
  expect(await db.select().from(legalHolds)).toMatchObject([{ releasedAt: expect.any(Date) }]);
  await pausePurges(operator);
  await resumePurges(operator);
  await deauthorizeMetaUser(app.ctx({ type: "meta" }), { metaUserId: "404" });
  const { confirmationCode: metaCode } = await openMetaRequest(app.ctx({ type: "meta" }), {
    metaUserId,
  });

  // Each of what may go at once can be asked for; an empty list is enough to be refused.
  for (const table of appPrivileges.deletes) await requester.db.delete(table).where(sql`false`);

  // What goes on to its end: a form, a contact, a workspace.
  await openFormRequest(requester, {
    email: person.email,
    requester: "workspace_admin",
    concern: "account",
    statement: true,
  });
  const verified = await verifyRequest(requester, await newestToken(requester));
  if (verified.state !== "verified") throw new Error(`The link is ${verified.state}.`);
  const contactId = kept.contactIds[0] ?? "";
  const contact = await scheduleContactErasure(owner, { workspaceId: kept.id, contactId });
  const workspace = await scheduleWorkspaceErasure(
    app.ctx({ type: "owner", userId: doomed.ownerId }),
    { workspaceId: doomed.id, confirmSlug: doomed.slug },
  );
  for (let pass = 0; pass < 3; pass++) {
    await workerPass(worker.ctx({ type: "system" }), worker.boss, []);
  }

  const runs = await db.select({ residue: erasureRuns.residue }).from(erasureRuns);
  expect(runs.flatMap(({ residue }) => residue ?? [])).toEqual([]);
  for (const { confirmationCode } of [
    verified,
    contact,
    workspace,
    { confirmationCode: metaCode },
  ]) {
    const status = await readRequestStatus(requester, confirmationCode);
    expect(status?.state).toMatch(/^completed/);
    expect((await readReceipt(requester, confirmationCode))?.jws).toEqual(expect.any(String));
  }
  expect(await db.select().from(erasureReceipts)).toHaveLength(4);
  expect((await publishedKeys(requester.db)).keys).toHaveLength(1);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

describe("a role that serves", () => {
  test("may not pass the fence, take away what it guards, or see keys that are not its to use", async ({
    db,
    sql,
    roles,
  }) => {
    const { id } = await createWorkspace(db);
    const before = await fingerprint(db, id);
    const byEither = [
      "alter table messages disable trigger all",
      "drop trigger fence_inserts on messages",
      "create or replace function fence_inserts() returns trigger language plpgsql as 'begin return new; end'",
      "alter table messages add column smuggled text",
      "truncate messages",
      "drop table erasure_receipts",
      "create table public.own (id int)",
      "create schema own",
    ];
    const byTheApp = [
      ...byEither,
      "set session_replication_role = replica",
      "delete from messages",
      "delete from contacts",
      "delete from workspaces",
      "delete from users",
      "delete from erasure_requests",
      "delete from legal_holds",
      "update erasure_transitions set occurred_at = now()",
      "delete from erasure_transitions",
      "update audit_log set detail = null",
      "update erasure_receipts set jws = ''",
      "insert into tombstones select * from tombstones",
      "update tombstones set erased_at = now()",
      "select sealed_private_key from erasure_receipt_keys",
      "select * from erasure_receipt_keys",
      "update erasure_receipt_keys set public_key = '{}'",
      "select wrapped_key from platform_keys",
      "delete from pgboss.job",
      "update pgboss.job set state = 'completed'",
    ];
    for (const [served, statements] of [
      [roles.app, byTheApp],
      [roles.worker, byEither],
    ] as const) {
      for (const statement of statements) {
        const outcome = await served.sql.unsafe(statement).then(
          () => "done",
          (error: postgres.PostgresError) => error.code,
        );
        expect([statement, outcome]).toEqual([statement, "42501"]);
      }
    }
    expect(await fingerprint(db, id)).toEqual(before);
    // The owner's own hand still can: what stood in the way was the role.
    await expect(
      sql.unsafe("select sealed_private_key from erasure_receipt_keys"),
    ).resolves.toEqual([]);
    await expect(
      roles.worker.sql`select set_config('session_replication_role', 'replica', true)`,
    ).resolves.toHaveLength(1);
  });
});

async function newestToken(ctx: ErasureContext): Promise<string> {
  const requests = await ctx.db.select().from(erasureRequests);
  for (const { id, sealed } of requests) {
    if (sealed === null) continue;
    const { verificationToken } = await openSealedRequest(ctx.vault, id, sealed);
    if (verificationToken !== undefined) return verificationToken;
  }
  throw new Error("No link waits to be followed.");
}

test("a second pair serves beside the first, which goes on when that is gone", async ({
  sql,
  db,
  databaseUrl,
  roles,
}) => {
  const { id, ownerId, slug } = await createWorkspace(db);
  const suffix = randomBytes(4).toString("hex");
  const app = { name: `app_${suffix}`, password: suffix };
  const worker = { name: `worker_${suffix}`, password: suffix };
  expect(await grantRoles(sql, { app, worker })).toEqual([]);

  const second = connect(asRole(databaseUrl, app), { max: 1 });
  const ctx = { ...roles.app.ctx({ type: "owner", userId: ownerId }), db: second.db };
  await scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug: slug });
  await second.close();
  const purging = connect(asRole(databaseUrl, worker), { max: 1 });
  const gone =
    await purging.sql`delete from contact_tags where workspace_id = ${id} returning tag_id`;
  expect(gone.length).toBeGreaterThan(0);
  await purging.close();

  await sql`drop owned by ${sql(app.name)}, ${sql(worker.name)}`;
  await sql`drop role ${sql(app.name)}, ${sql(worker.name)}`;
  expect(await roles.app.sql`select slug from workspaces`).toEqual([{ slug }]);
  const late = connect(asRole(databaseUrl, app), { max: 1 });
  await expect(late.sql`select 1`.execute()).rejects.toThrow();
  await late.close();
});
