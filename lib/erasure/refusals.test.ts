import { describe } from "vitest";
import { erasureRequests } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import type { Actor } from "./context";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";

describe("scheduling a workspace's erasure is refused, and nothing is touched or enqueued", () => {
  const refusals: [
    string,
    code: string,
    (the: { id: string; slug: string; ownerId: string; agentId: string; strangerId: string }) => {
      actor: Actor;
      workspaceId: string;
      confirmSlug: string;
    },
  ][] = [
    [
      "to an agent",
      "not_authorised",
      ({ id, slug, agentId }) => ({
        actor: { type: "agent", userId: agentId },
        workspaceId: id,
        confirmSlug: slug,
      }),
    ],
    [
      "to an agent who says to be an owner",
      "not_authorised",
      ({ id, slug, agentId }) => ({
        actor: { type: "owner", userId: agentId },
        workspaceId: id,
        confirmSlug: slug,
      }),
    ],
    [
      "to another workspace's owner",
      "not_authorised",
      ({ id, slug, strangerId }) => ({
        actor: { type: "owner", userId: strangerId },
        workspaceId: id,
        confirmSlug: slug,
      }),
    ],
    [
      "to another workspace's owner with a wrong slug, in the same words",
      "not_authorised",
      ({ id, strangerId }) => ({
        actor: { type: "owner", userId: strangerId },
        workspaceId: id,
        confirmSlug: "guess",
      }),
    ],
    [
      "to the public",
      "not_authorised",
      ({ id, slug }) => ({ actor: { type: "requester" }, workspaceId: id, confirmSlug: slug }),
    ],
    [
      "with another case of the slug",
      "slug_mismatch",
      ({ id, slug, ownerId }) => ({
        actor: { type: "owner", userId: ownerId },
        workspaceId: id,
        confirmSlug: slug.toUpperCase(),
      }),
    ],
    [
      "with a space after the slug",
      "slug_mismatch",
      ({ id, slug, ownerId }) => ({
        actor: { type: "owner", userId: ownerId },
        workspaceId: id,
        confirmSlug: `${slug} `,
      }),
    ],
  ];

  test.for(refusals)("%s", async ([, code, attempt], { db, sql, as }) => {
    const [mine, other] = [await createWorkspace(db), await createWorkspace(db)];
    const { actor, ...input } = attempt({ ...mine, strangerId: other.ownerId });
    const before = await fingerprintAll(db);

    await expect(scheduleWorkspaceErasure(as(actor), input)).rejects.toMatchObject({ code });

    expect(await fingerprintAll(db)).toEqual(before);
    expect(await db.select().from(erasureRequests)).toEqual([]);
    expect(await sql`select id from pgboss.job`).toHaveLength(0);
  });

  test("a second time while the first is open", async ({ db, sql, as }) => {
    const mine = await createWorkspace(db);
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const input = { workspaceId: mine.id, confirmSlug: mine.slug };
    await scheduleWorkspaceErasure(ctx, input);
    const jobs = await sql`select id from pgboss.job`;

    await expect(scheduleWorkspaceErasure(ctx, input)).rejects.toMatchObject({
      code: "already_requested",
    });

    expect(await db.select().from(erasureRequests)).toHaveLength(1);
    expect(await sql`select id from pgboss.job`).toHaveLength(jobs.length);
  });
});
