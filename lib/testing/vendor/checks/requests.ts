import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { metaIdentities } from "@/db/schema";
import { deauthorizeMetaUser } from "@/lib/erasure/deauthorize-meta-user";
import { openMetaRequest } from "@/lib/erasure/open-meta-requests";
import { ConfirmationCode } from "@/lib/erasure/schemas";
import { createWorkspace } from "../../create-workspace";
import type { Check } from "../promise-row";
import { countRows } from "./count-rows";

const hour = 60 * 60 * 1000;
const day = 24 * hour;

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
