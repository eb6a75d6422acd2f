import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { erasureRequests, memberships, workspaces } from "@/db/schema";
import {
  createVault,
  digestToken,
  newConfirmationCode,
  newToken,
  parseMasterKey,
} from "@/lib/crypto";
import type { ErasureContext } from "@/lib/erasure/context";
import type { Journal, Plan } from "@/lib/erasure/engine";
import { holdScope } from "@/lib/erasure/hold-scope";
import { takeRun } from "@/lib/erasure/lease";
import { runJournal } from "@/lib/erasure/run-journal";
import { scheduleWorkspaceErasure } from "@/lib/erasure/schedule-workspace-erasure";
import { startRun } from "@/lib/erasure/start-run";
import { RunSubjects } from "@/lib/erasure/subjects";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { policyProfile } from "@/lib/policy/policy-profile";
import { createReceiptSigner } from "@/lib/receipts";

type Tx = Parameters<Parameters<Connection["db"]["transaction"]>[0]>[0];

/** A workspace's erasure as its owner asks for it, frozen, counted and held by this worker. */
export async function startedRun(db: Connection["db"], plan: Plan): Promise<Journal<Tx>> {
  const workspaceId = String(plan.subject.keys.workspaceId);
  const [owner] = await db
    .select({ userId: memberships.userId, slug: workspaces.slug })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, "owner")));
  if (owner === undefined) throw new RangeError("The workspace has no owner.");

  const ctx = context(db, { type: "owner", userId: owner.userId });
  const { confirmationCode } = await scheduleWorkspaceErasure(ctx, {
    workspaceId,
    confirmSlug: owner.slug,
  });
  const [request] = await db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, confirmationCode));
  const requestId = request?.id ?? "";
  await startRun(ctx, requestId);
  const run = await takeRun(ctx, requestId);
  const [subject] = RunSubjects.parse(run?.subjects ?? []);
  if (run === null || subject === undefined) throw new RangeError("The run was not started.");
  return runJournal(ctx, run, {
    index: 0,
    plan,
    obeyed: { scope: holdScope([subject]), known: [] },
  });
}

/** Nobody listens to a benchmark's jobs: it takes the run itself. */
function context(db: Connection["db"], actor: ErasureContext["actor"]): ErasureContext {
  const now = () => new Date();
  const vault = createVault(parseMasterKey(randomBytes(32).toString("base64")));
  return {
    db,
    actor,
    now,
    jobs: { enqueue: async () => {} },
    vault,
    receipts: createReceiptSigner({ vault, issuer: "https://lethe.test", now }),
    recipients: { plan: async () => {} },
    rules: erasureRules(policyProfile("default")),
    newConfirmationCode,
    newToken,
    digestToken,
    files: noFiles(),
  };
}

/** What the benchmark seeds has no bytes, and it times rows alone. */
function noFiles(): ErasureContext["files"] {
  const nothing = async () => 0;
  return {
    erase: async () => {},
    erasePage: nothing,
    leadingEmpty: async ({ length }) => length,
    countLeft: nothing,
    isGone: async () => true,
  };
}
