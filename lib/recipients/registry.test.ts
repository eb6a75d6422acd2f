import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import {
  advanceRun,
  type ErasureContext,
  readReceipt,
  readRequestStatus,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import { signedReceipt } from "@/lib/receipts";
import { callRecipient } from "./call-recipient";
import { createRecipients } from "./create-recipients";
import { oneKey } from "./one-key";
import { done, outcomeOf } from "./outcome";
import type { Recipient } from "./recipient";
import { allRecipients } from "./registry";
import { createSecretReader } from "./secret-reader";
import { sweepCalls } from "./sweep-calls";
import { createConnectedWorkspace } from "./testing/connected-workspace";
import { documentedReply } from "./testing/recipient-server";
import { expect, test } from "./testing/recipients-test";

/** What the one file of a new recipient holds. */
function helpdesk(baseUrl: string): Recipient {
  return {
    name: "helpdesk",
    async *plan({ subject }) {
      if (subject.kind !== "workspace") return;
      const targets = [oneKey(subject.keys.workspaceId)];
      const chain = "helpdesk";
      yield { act: "close_account", chain, group: chain, stage: 0, targets, secret: { apiKey } };
    },
    acts: {
      close_account: async (http, secret, account) => {
        const url = new URL(`${baseUrl}/accounts/${account}`);
        const headers = { Authorization: `Bearer ${secret.apiKey}` };
        const answer = await http({ method: "DELETE", url, headers });
        return answer.isAnswer && answer.status === 200 ? done : outcomeOf(answer);
      },
    },
  };
}

const apiKey = "key-of-the-helpdesk";

test("one more in the list is planned, told, retried and named in status and receipt like the others", async ({
  db,
  master,
  server,
  settings,
  telling,
  calling,
  clock,
}) => {
  // The one line.
  const recipients = [...allRecipients(settings), helpdesk(server.url)];
  const withOneMore = (ctx: ErasureContext): ErasureContext => ({
    ...ctx,
    recipients: createRecipients({
      ...{ recipients, vault: ctx.vault, jobs: ctx.jobs, now: ctx.now },
      secrets: createSecretReader(master, async () => null),
    }),
  });
  const { id, slug, ownerId } = await createConnectedWorkspace(db, master);
  const owner = withOneMore(telling({ type: "owner", userId: ownerId }));
  const { confirmationCode: code } = await scheduleWorkspaceErasure(owner, {
    ...{ workspaceId: id, confirmSlug: slug },
  });
  const [request] = await db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, code));
  const requestId = request?.id ?? "";
  const system = withOneMore(telling({ type: "system" }));
  let isDown = true;
  server.answer((call) =>
    call.target.startsWith("/accounts/") && isDown
      ? { status: 503, json: {} }
      : documentedReply(call),
  );
  const work = async () => {
    const due: string[] = [];
    const enqueue: ErasureContext["jobs"]["enqueue"] = async (_tx, ...jobs) => {
      for (const job of jobs) if (job.queue === "call-recipient") due.push(job.data.callId);
    };
    await sweepCalls({ ...calling, jobs: { enqueue } });
    for (const callId of due) {
      while ((await callRecipient({ ...calling, recipients }, callId)) === "again");
    }
    return due.length;
  };

  await advanceRun(system, requestId);
  while ((await work()) > 0);
  await advanceRun(system, requestId);
  expect(await readRequestStatus(system, code)).toMatchObject({ state: "verifying" });
  isDown = false;
  clock.advance(60_000);
  while ((await work()) > 0);
  await advanceRun(system, requestId);

  const told = server.received.filter(({ target }) => target.startsWith("/accounts/"));
  expect(told.map(({ target }) => target)).toEqual([`/accounts/${id}`, `/accounts/${id}`]);
  expect(told[0]?.authorization).toBe(`Bearer ${apiKey}`);
  const outcome = { recipient: "helpdesk", act: "close_account", done: 1, failed: 0 };
  const status = await readRequestStatus(system, code);
  expect(status?.state).toBe("completed_with_retentions");
  expect(status?.recipients.at(-1)).toMatchObject(outcome);
  const { recipients: stated } = signedReceipt((await readReceipt(system, code))?.jws ?? "");
  expect(stated.at(-1)).toMatchObject(outcome);
  expect(stated.length).toBeGreaterThan(1);
});

test("every file that makes a recipient has its line", async () => {
  const folder = path.join(import.meta.dirname, "adapters");
  const registry = await readFile(path.join(import.meta.dirname, "registry.ts"), "utf8");
  const makers: string[] = [];
  for (const name of await readdir(folder)) {
    const text = await readFile(path.join(folder, name), "utf8");
    const maker = /export function (\w+)\([^)]*\): Recipient \{/.exec(text)?.[1];
    if (maker === undefined) continue;
    makers.push(maker);
    expect(registry, name).toMatch(new RegExp(`^ +${maker}\\(`, "m"));
  }
  expect(makers.length).toBeGreaterThan(5);
});
