import { type Connection, connect } from "@/db/client";
import {
  createVault,
  digestToken,
  newConfirmationCode,
  newToken,
  parseMasterKey,
} from "@/lib/crypto";
import { advanceRun, type ErasureContext } from "@/lib/erasure";
import { paced } from "@/lib/erasure/engine";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { policyProfile } from "@/lib/policy/policy-profile";
import { createReceiptSigner } from "@/lib/receipts/create-receipt-signer";
import { nobodyToTell } from "@/lib/testing/nobody-to-tell";
import { folderFiles } from "../folder-files";
import { quietJobs } from "./quiet-jobs";

/** What a worker is given; the same keys for all workers of a database. */
export type WorkerSetting = {
  databaseUrl: string;
  masterKey: string;
  filesFolder: string;
  now: () => Date;
};

export type CrashWorker = Connection & {
  ctx: ErasureContext;
  /** Takes a request as far as it goes, in batches so small that most tables need several. */
  finish(requestId: string): Promise<"finished" | "failed">;
};

/** Small enough that most tables need several batches; always the same. */
const batchRows = 4;

/** A worker's context with all that it says to the database on its own connections. */
export function startWorker(
  { databaseUrl, masterKey, filesFolder, now }: WorkerSetting,
  options: Parameters<typeof connect>[1] = {},
): CrashWorker {
  const connection = connect(databaseUrl, { prepares: true, ...options });
  const jobs = quietJobs(connection.db);
  const vault = createVault(parseMasterKey(masterKey));
  const ctx: ErasureContext = {
    db: connection.db,
    actor: { type: "system" },
    now,
    jobs,
    vault,
    receipts: createReceiptSigner({ vault, issuer: "https://lethe.test", now }),
    recipients: nobodyToTell,
    rules: erasureRules(policyProfile("default")),
    newConfirmationCode,
    newToken,
    digestToken,
    files: folderFiles(filesFolder),
  };

  return {
    ...connection,
    ctx,
    async finish(requestId) {
      const governor = paced({ budgetMs: 60_000, minRows: batchRows, maxRows: batchRows });
      for (;;) {
        const outcome = await advanceRun(ctx, requestId, governor);
        if (outcome !== "again") return outcome;
      }
    },
    async close() {
      await jobs.stop();
      // A connection that was lost in the middle of something would be waited for.
      await connection.sql.end({ timeout: 0.1 });
    },
  };
}
