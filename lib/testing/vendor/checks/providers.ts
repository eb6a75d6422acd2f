import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { createVault, parseMasterKey } from "@/lib/crypto";
import type { Actor, Job } from "@/lib/erasure/context";
import {
  allRecipients,
  type CallContext,
  callRecipient,
  createRecipients,
  createSecretReader,
  httpForEach,
  sweepCalls,
} from "@/lib/recipients";
import { createConnectedWorkspace } from "@/lib/recipients/testing/connected-workspace";
import { startRecipientServer } from "@/lib/recipients/testing/recipient-server";
import { eraseWorkspace } from "../erase-workspace";
import type { Check } from "../promise-row";
import { openVendorApp } from "../vendor-app";

/**
 * The files that were uploaded to providers are deleted there, the app is unsubscribed at Meta and its
 * permissions revoked, before the request is completed; nothing of the neighbour's is asked for.
 */
export const tellsProviders: Check = async (app) => {
  const server = await startRecipientServer();
  try {
    const { url } = server;
    const master = parseMasterKey(randomBytes(32).toString("base64"));
    const vault = createVault(master);
    const recipients = allRecipients({
      ...{ graphUrl: url, telegramUrl: url, openaiUrl: url, anthropicUrl: url, resendUrl: url },
      anthropicKey: "platform-key",
    });
    const as = (actor: Actor) => {
      const ctx = app.as(actor);
      const secrets = createSecretReader(master, async () => null);
      const { now, jobs } = ctx;
      return {
        ...ctx,
        vault,
        recipients: createRecipients({ recipients, vault, secrets, jobs, now }),
      };
    };
    const { db, clock, profile } = app;
    const telling = openVendorApp({ db, clock, as, profile });
    const doomed = await createConnectedWorkspace(db, master);
    const neighbour = await createConnectedWorkspace(db, master);

    const asked = await eraseWorkspace(telling, doomed);
    expect(asked.state, "the providers have not been told").toBe("verifying");
    const httpOf = httpForEach({
      ...{ now: clock.now, timeoutMilliseconds: 10_000 },
      ...{ firstPauseMilliseconds: 1, breakAfter: 1_000 },
    });
    await callAll({ ...as({ type: "system" }), recipients, httpOf });
    expect((await telling.carryOut(asked)).state).toMatch(/^completed/);

    const told = server.received.map(({ method, target }) => `${method} ${target}`);
    for (const file of [...doomed.fileIds.openai, ...doomed.fileIds.anthropic]) {
      expect(told).toContain(`DELETE /v1/files/${file}`);
    }
    expect(told).toContain(`DELETE /${doomed.wabaId}/subscribed_apps`);
    expect(told).toContain(`DELETE /${doomed.metaUserId}/permissions`);
    const { fileIds, wabaId, metaUserId } = neighbour;
    for (const theirs of [...fileIds.openai, ...fileIds.anthropic, wabaId, metaUserId]) {
      expect(told.join(" ")).not.toContain(theirs);
    }
  } finally {
    await server.close();
  }
};

/** Works through all calls that are due, as workers do. */
async function callAll(ctx: CallContext): Promise<void> {
  for (;;) {
    const due: Job[] = [];
    const enqueue = async (_tx: unknown, job: Job) => void due.push(job);
    await sweepCalls({ ...ctx, jobs: { enqueue } });
    if (due.length === 0) return;
    for (const { queue, data } of due) {
      if (queue !== "call-recipient") continue;
      while ((await callRecipient(ctx, data.callId)) === "again");
    }
  }
}
