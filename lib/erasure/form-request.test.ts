import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { erasureMails, erasureRequests, users, verificationTokens } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { advanceRun } from "./advance-run";
import type { ErasureContext } from "./context";
import { describeVerification } from "./describe-verification";
import { expireRequests } from "./expire-requests";
import { openFormRequest } from "./open-form-request";
import { resendVerification } from "./resend-verification";
import type { DeletionRequest } from "./schemas";
import { openSealedRequest } from "./sealed-request";
import { verifyRequest } from "./verify-request";

const minute = 60_000;
const aboutMyAccount = (email: string): DeletionRequest => ({
  email,
  requester: "workspace_admin",
  concern: "account",
  statement: true,
});

describe("a request from the form", () => {
  test("leaves the same traces for a known and an unknown address", async ({ db, as }) => {
    const known = await createWorkspace(db);
    const ctx = as({ type: "requester" });

    await openFormRequest(ctx, aboutMyAccount(known.ownerEmail));
    await openFormRequest(ctx, aboutMyAccount("nobody@example.test"));

    const requests = await db.select().from(erasureRequests);
    expect(requests.map(({ state, subjectId }) => ({ state, subjectId }))).toEqual([
      { state: "unverified", subjectId: null },
      { state: "unverified", subjectId: null },
    ]);
    expect(await db.select().from(erasureMails)).toHaveLength(2);
    expect(JSON.stringify(requests)).not.toContain(known.ownerEmail);
  });

  test("asked twice is one request, and within a minute one mail", async ({ db, as, clock }) => {
    const ctx = as({ type: "requester" });
    await openFormRequest(ctx, aboutMyAccount("me@example.test"));
    await openFormRequest(ctx, aboutMyAccount("me@example.test"));
    expect(await db.select().from(erasureMails)).toHaveLength(1);

    clock.advance(2 * minute);
    await openFormRequest(ctx, aboutMyAccount("me@example.test"));

    expect(await db.select().from(erasureRequests)).toHaveLength(1);
    expect(await db.select().from(erasureMails)).toHaveLength(2);
  });

  test("is not verified by looking, and only once by acting", async ({ db, as }) => {
    const { agentId } = await createWorkspace(db);
    const email = await emailOf(as, agentId);
    const ctx = as({ type: "requester" });
    await openFormRequest(ctx, aboutMyAccount(email));
    const token = await newestToken(ctx);

    for (let look = 0; look < 3; look++) {
      expect(await describeVerification(ctx, token)).toMatchObject({ state: "valid" });
    }
    const outcomes = await Promise.all([verifyRequest(ctx, token), verifyRequest(ctx, token)]);

    expect(outcomes.map(({ state }) => state).sort()).toEqual(["used", "verified"]);
    expect(await verifyRequest(ctx, token)).toMatchObject({ state: "used" });
    const [request] = await db.select().from(erasureRequests);
    expect(request).toMatchObject({ state: "scheduled", subjectId: agentId });
  });

  test("expires, and a fresh link can be asked for with the old one", async ({ as, clock }) => {
    const ctx = as({ type: "requester" });
    await openFormRequest(ctx, aboutMyAccount("me@example.test"));
    const old = await newestToken(ctx);
    clock.advance(61 * minute);
    expect(await verifyRequest(ctx, old)).toEqual({ state: "expired" });

    await resendVerification(ctx, old);

    const fresh = await newestToken(ctx);
    expect(fresh).not.toBe(old);
    expect(await verifyRequest(ctx, fresh)).toMatchObject({ state: "verified" });
  });

  test("knows no forged and no malformed link", async ({ as }) => {
    const ctx = as({ type: "requester" });
    for (const token of ["", "short", "A".repeat(43), `${"A".repeat(42)}=`, "' or 1=1 --"]) {
      expect(await verifyRequest(ctx, token)).toEqual({ state: "unknown" });
    }
  });

  test("is let go after a week, together with the address", async ({ db, as, clock, system }) => {
    await openFormRequest(as({ type: "requester" }), aboutMyAccount("me@example.test"));
    clock.advance(6 * 24 * 60 * minute);
    expect(await expireRequests(system)).toBe(0);

    clock.advance(24 * 60 * minute);
    expect(await expireRequests(system)).toBe(1);

    const [request] = await db.select().from(erasureRequests);
    expect(request).toMatchObject({ state: "expired", sealed: null });
  });
});

describe("a verified request is", () => {
  test("carried out for an account that owns nothing alone", async ({ db, as, system }) => {
    const { agentId, ownerId } = await createWorkspace(db);
    const ctx = as({ type: "requester" });
    await verifiedRequest(ctx, aboutMyAccount(await emailOf(as, agentId)));
    const [request] = await db.select().from(erasureRequests);

    await advanceRun(system, request?.id ?? "");

    expect(await db.select().from(users).where(eq(users.id, agentId))).toEqual([]);
    expect(await db.select().from(users).where(eq(users.id, ownerId))).toHaveLength(1);
  });

  const refusals: [string, string, (owner: string, slug: string) => DeletionRequest][] = [
    ["an address we hold nothing for", "no_matching_data", () => aboutMyAccount("x@example.test")],
    ["a sole owner's account", "sole_owner", (owner) => aboutMyAccount(owner)],
    [
      "a workspace that is not the requester's",
      "not_authorised",
      (_owner, slug) => ({
        email: "x@example.test",
        requester: "workspace_admin",
        concern: "workspace",
        workspaceSlug: slug,
        statement: true,
      }),
    ],
    [
      "a workspace that does not exist",
      "not_authorised",
      (owner) => ({
        email: owner,
        requester: "workspace_admin",
        concern: "workspace",
        workspaceSlug: "no-such-workspace",
        statement: true,
      }),
    ],
    [
      "the customer of a business",
      "ask_the_controller",
      () => ({
        email: "customer0@example.test",
        requester: "end_customer",
        concern: "customer_records",
        businessName: "Tea House",
        statement: true,
      }),
    ],
  ];

  test.for(refusals)(
    "refused for %s, and nothing is touched",
    async ([, reason, make], { db, as }) => {
      const mine = await createWorkspace(db);
      const before = await fingerprintAll(db);

      await verifiedRequest(as({ type: "requester" }), make(mine.ownerEmail, mine.slug));

      const [request] = await db.select().from(erasureRequests);
      expect(request).toMatchObject({ state: "refused", refusalReason: reason });
      expect(await db.select().from(erasureMails)).toEqual(
        expect.arrayContaining([expect.objectContaining({ message: "refused" })]),
      );
      expect(await fingerprintAll(db)).toEqual(before);
    },
  );

  test("left to people when a representative asks", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    await verifiedRequest(as({ type: "requester" }), {
      ...aboutMyAccount(mine.ownerEmail),
      requester: "representative",
    });

    const [request] = await db.select().from(erasureRequests);
    expect(request?.state).toBe("in_review");
  });
});

async function verifiedRequest(ctx: ErasureContext, input: DeletionRequest): Promise<void> {
  await openFormRequest(ctx, input);
  expect(await verifyRequest(ctx, await newestToken(ctx))).toMatchObject({ state: "verified" });
}

async function newestToken(ctx: ErasureContext): Promise<string> {
  const [request] = await ctx.db.select().from(erasureRequests);
  const content = await openSealedRequest(ctx.vault, request?.id ?? "", request?.sealed ?? null);
  const tokens = await ctx.db.select().from(verificationTokens);
  expect(tokens.map(({ tokenDigest }) => tokenDigest)).toContain(
    ctx.digestToken(content.verificationToken ?? ""),
  );
  return content.verificationToken ?? "";
}

async function emailOf(
  as: (actor: { type: "system" }) => ErasureContext,
  userId: string,
): Promise<string> {
  const [user] = await as({ type: "system" }).db.select().from(users).where(eq(users.id, userId));
  return user?.email ?? "";
}
