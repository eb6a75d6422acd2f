import { approveRequest } from "@/lib/erasure/approve-request";
import { createRequest } from "@/lib/erasure/create-requests";
import { scheduleRequest } from "@/lib/erasure/schedule-request";
import { scheduleWorkspaceErasure } from "@/lib/erasure/schedule-workspace-erasure";
import type { TestWorkspace } from "../create-workspace";
import type { StoredRequest, VendorApp } from "./vendor-app";

const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Has a workspace erased in the way that the profile offers its owners, grace period included. */
export async function eraseWorkspace(
  app: VendorApp,
  workspace: TestWorkspace,
): Promise<StoredRequest> {
  const scheduled = await askForIt(app, workspace);
  app.clock.advance(app.profile.graceDays * dayMilliseconds);
  return await app.carryOut(scheduled);
}

async function askForIt(app: VendorApp, workspace: TestWorkspace): Promise<StoredRequest> {
  const { channels } = app.profile;
  if (channels.includes("workspace_settings")) await inSettings(app, workspace);
  else if (channels.includes("form")) await byForm(app, workspace);
  else await byOperator(app, workspace);
  return await app.newestRequest();
}

async function inSettings(app: VendorApp, { id, slug, ownerId }: TestWorkspace): Promise<void> {
  const ctx = app.as({ type: "owner", userId: ownerId });
  await scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug: slug });
}

async function byForm(app: VendorApp, { id, slug, ownerEmail }: TestWorkspace): Promise<void> {
  const request = await app.ask({
    email: ownerEmail,
    requester: "workspace_admin",
    concern: "workspace",
    workspaceSlug: slug,
  });
  if (request.state !== "in_review") return;
  await approveRequest(app.as(operator), { requestId: request.id, subjectId: id });
}

/** Staff who have read a message open the request themselves. */
async function byOperator(app: VendorApp, { id, ownerEmail }: TestWorkspace): Promise<void> {
  const ctx = app.as(operator);
  await app.db.transaction(async (tx) => {
    const created = await createRequest(tx, ctx, {
      state: "verified",
      channel: "operator",
      requesterKind: "operator",
      subjectKind: "workspace",
      subjectDigest: ctx.vault.digest("workspace", id),
      subjectId: id,
      content: { email: ownerEmail },
    });
    if (created === null) throw new Error("The workspace has an open request already.");
    await scheduleRequest(tx, ctx, created, { subjectId: id, graceDays: ctx.rules.graceDays });
  });
}
