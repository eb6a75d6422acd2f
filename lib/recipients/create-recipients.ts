import { eq } from "drizzle-orm";
import { erasureRecipientCalls as calls } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { callGroupId, type ErasureContext, type Recipients, type Vault } from "@/lib/erasure";
import { readyCalls } from "./ready-calls";
import type { PlannedCall, Recipient } from "./recipient";
import type { SealedCall } from "./sealed-call";
import type { SecretReader } from "./secret-reader";

type RecipientsOptions = {
  recipients: readonly Recipient[];
  vault: Pick<Vault, "seal" | "digest">;
  secrets: SecretReader;
  jobs: ErasureContext["jobs"];
  now: ErasureContext["now"];
};

/** Enough to keep every worker busy; the rest is enqueued as these end, and by the sweep. */
const enqueuedAtOnce = 20;

type Row = typeof calls.$inferInsert;
type Run = Parameters<Recipients["plan"]>[1];

/**
 * Plans what the recipients are owed, a page of targets to a row, in the caller's transaction.
 *
 * Memory holds one page, however many there are. What can begin is enqueued with it.
 */
export function createRecipients(options: RecipientsOptions): Recipients {
  const { recipients, secrets, vault, jobs, now } = options;
  return {
    async plan(tx, run, subject, choices) {
      // What chains and groups are called here must not lead back to whose they are.
      const idOf = (name: string) => callGroupId(vault, run.runId, name);
      for (const recipient of recipients) {
        for await (const planned of recipient.plan({ tx, subject, choices, secrets })) {
          const row = await rowOf(options, run, recipient.name, planned, idOf);
          await tx.insert(calls).values(row);
        }
      }
      const first = await readyCalls(tx, now(), eq(calls.runId, run.runId), enqueuedAtOnce);
      for (const callId of first) {
        await jobs.enqueue(tx, { queue: "call-recipient", data: { callId } });
      }
    },
  };
}

async function rowOf(
  { vault, now }: RecipientsOptions,
  run: Run,
  recipient: string,
  { act, chain, group, stage, targets, secret }: PlannedCall,
  idOf: (name: string) => string,
): Promise<Row & { id: string }> {
  const id = newId();
  const row = {
    id,
    runId: run.runId,
    requestId: run.requestId,
    recipient,
    act,
    chainId: idOf(chain),
    groupId: idOf(group),
    stage,
    targets: targets.length,
    nextAttemptAt: now(),
    giveUpAt: run.giveUpAt,
  };
  if (isMissing(secret)) {
    const { failed: code } = secret;
    return { ...row, state: "failed", failed: targets.length, code, settledAt: now() };
  }
  const content: SealedCall = { secret, targets: [...targets] };
  return { ...row, state: "pending", sealed: await vault.seal(JSON.stringify(content), id) };
}

function isMissing(secret: PlannedCall["secret"]): secret is { failed: string } {
  return "failed" in secret;
}
