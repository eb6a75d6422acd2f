import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { metaIdentities } from "@/db/schema";
import { deauthorizeMetaUser } from "@/lib/erasure/deauthorize-meta-user";
import { openMetaRequest } from "@/lib/erasure/open-meta-request";
import { placeHold } from "@/lib/erasure/place-hold";
import { ConfirmationCode } from "@/lib/erasure/schemas";
import { createWorkspace } from "../create-workspace";
import { eraseWorkspace } from "./erase-workspace";
import type { VendorApp } from "./vendor-app";

type Check = (app: VendorApp) => void | Promise<void>;

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;

/** The page has these words. */
export function says(...words: (string | RegExp)[]): Check {
  return ({ page }) => {
    for (const some of words) expect(page).toMatch(some instanceof RegExp ? some : literal(some));
  };
}

/** The page does not have these words. */
export function neverSays(...words: string[]): Check {
  return ({ page }) => {
    for (const some of words) expect(page).not.toContain(some);
  };
}

/** One after the other, on the same app. */
export function all(...checks: Check[]): Check {
  return async (app) => {
    for (const check of checks) await check(app);
  };
}

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

/** A request made by form is due so many days after it was received, or verified. */
export function isDueWithin(days: number, from: "receivedAt" | "verifiedAt"): Check {
  return async (app) => {
    const { ownerEmail } = await createWorkspace(app.db);
    const answers = {
      email: ownerEmail,
      requester: "workspace_admin",
      concern: "account",
    } as const;
    const request = await app.ask(answers, hour / 2);
    expect(+request.dueAt - +(request[from] ?? 0)).toBe(days * day);
  };
}

/** Receipt is to be confirmed in so many hours, and the mail that does so is queued at once. */
export function isAcknowledgedWithin(hours: number): Check {
  return async (app) => {
    await openMetaRequest(app.as({ type: "meta" }), { metaUserId: "1000200030004000" });
    const { acknowledgeBy, receivedAt } = await app.newestRequest();
    expect(+acknowledgeBy - +receivedAt).toBe(hours * hour);
    if (!app.profile.channels.includes("form")) return;
    await app.ask({ email: "me@example.test", requester: "representative", concern: "account" });
    expect((await app.deliverMails()).map(({ subject }) => subject)).toContain(
      "We have your data deletion request",
    );
  };
}

/** Meta's callback is answered with a code that leads to a page, and the login's data goes. */
export const answersMeta: Check = async (app) => {
  const { ownerId } = await createWorkspace(app.db);
  const metaUserId = "1000200030004000";
  await app.db.insert(metaIdentities).values({ userId: ownerId, metaUserId, displayName: "A" });

  const { confirmationCode } = await openMetaRequest(app.as({ type: "meta" }), { metaUserId });

  expect(ConfirmationCode.safeParse(confirmationCode).success).toBe(true);
  const ended = await app.carryOut(await app.newestRequest());
  expect(ended).toMatchObject({ confirmationCode, state: expect.stringMatching(/^completed/) });
  expect(
    await app.db.select().from(metaIdentities).where(eq(metaIdentities.metaUserId, metaUserId)),
  ).toEqual([]);
};

/** Removing the app at Meta destroys its tokens; `opened` requests follow from it. */
export function revocationOpens(opened: number): Check {
  return async (app) => {
    const { id, ownerId } = await createWorkspace(app.db);
    const metaUserId = "1000200030004000";
    await app.db.insert(metaIdentities).values({ userId: ownerId, metaUserId, displayName: "A" });
    await deauthorizeMetaUser(app.as({ type: "meta" }), { metaUserId });

    const tokens = await countRows(
      app,
      sql`select count(*)::int as rows from channel_connections
        where workspace_id = ${id} and access_token is not null`,
    );
    const requests = await countRows(
      app,
      sql`select count(*)::int as rows from erasure_requests where channel = 'meta_deauthorize'`,
    );
    expect([tokens, requests]).toEqual([0, opened]);
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

async function countsOf(
  app: VendorApp,
  workspaceId: string,
  tables: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    counts[table] = await countRows(
      app,
      sql`select count(*)::int as rows from ${sql.identifier(table)}
        where workspace_id = ${workspaceId}`,
    );
  }
  return counts;
}

const Rows = z.array(z.object({ rows: z.number() }));

async function countRows({ db }: VendorApp, query: ReturnType<typeof sql>): Promise<number> {
  const [row] = Rows.parse(await db.execute(query));
  return row?.rows ?? 0;
}

function literal(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}
