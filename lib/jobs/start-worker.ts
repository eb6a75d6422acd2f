import { setTimeout } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import type { Job, NoticeRef } from "@/lib/erasure";
import { log } from "@/lib/log";
import { withinLog } from "@/lib/log-scope";
import { count, time, traced } from "@/lib/telemetry";
import { workOff } from "./work-off";

/** What the worker does; handed in, so that the queue knows nothing of erasure or mail. */
export type Handlers = {
  /** One slice of a run. `again` asks for the next slice; `failed` has to be seen by people. */
  advanceRun(requestId: string): Promise<"again" | "finished" | "failed">;
  /** One slice of what another system is told. `again` asks for the next; the rest has its time. */
  callRecipient(callId: string): Promise<"again" | "later" | "settled">;
  sendMail(mailId: string): Promise<"sent" | "failed" | "settled">;
  /** Fetches and understands a mail that came in. */
  readInbound(inboundMailId: string): Promise<unknown>;
  sendNotice(notice: NoticeRef): Promise<"sent" | "failed" | "settled">;
  /** Work that nobody enqueues: name, period, and what to do; what takes long heeds `stopping`. */
  sweeps: readonly {
    name: string;
    everySeconds: number;
    run(stopping: AbortSignal): Promise<unknown>;
  }[];
};

export type Worker = {
  /** Lets the work under way finish, and takes no more. */
  stop(): Promise<void>;
};

const RunJob = z.object({ requestId: z.uuid() }).transform(({ requestId: id }) => ({ id }));
const CallJob = z.object({ callId: z.uuid() }).transform(({ callId: id }) => ({ id }));
const MailJob = z.object({ mailId: z.uuid() }).transform(({ mailId: id }) => ({ id }));
const InboundJob = z
  .object({ inboundMailId: z.uuid() })
  .transform(({ inboundMailId: id }) => ({ id }));
const NoticeJob = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("account_code"), id: z.uuid() }),
  z.object({ kind: z.literal("due"), id: z.uuid() }),
  z.object({ kind: z.enum(["invitation", "export"]), id: z.uuid(), workspaceId: z.uuid() }),
]) satisfies z.ZodType<NoticeRef>;

/** Works the queues and sweeps on time, until stopped. */
export async function startWorker(boss: PgBoss, handlers: Handlers): Promise<Worker> {
  const stopping = new AbortController();

  await take(boss, "advance-run", 2, RunJob, async ({ id: requestId }) => {
    const outcome = await handlers.advanceRun(requestId);
    if (outcome === "failed") log.error("An erasure left residue.", { requestId });
    if (outcome !== "again") return;
    await boss.send("advance-run", { requestId }, { singletonKey: requestId });
  });
  await take(boss, "call-recipient", 4, CallJob, async ({ id: callId }) => {
    if ((await handlers.callRecipient(callId)) !== "again") return;
    await boss.send("call-recipient", { callId }, { singletonKey: callId });
  });
  await take(boss, "send-mail", 2, MailJob, async ({ id: mailId }) => {
    const outcome = await handlers.sendMail(mailId);
    if (outcome === "failed") log.error("A mail could not be delivered.", { mailId });
  });
  await take(boss, "read-inbound", 2, InboundJob, async ({ id: inboundMailId }) => {
    await handlers.readInbound(inboundMailId);
  });
  await take(boss, "send-notice", 1, NoticeJob, async (notice) => {
    const outcome = await handlers.sendNotice(notice);
    if (outcome === "failed") log.error("A notice could not be delivered.", { mailId: notice.id });
  });
  const sweeping = handlers.sweeps.map((sweep) => repeat(sweep, stopping.signal));

  return {
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 20_000 });
      await Promise.all(sweeping);
    },
  };
}

/**
 * Works a queue's jobs, so many at once. What this release does not understand is no job of its own: it
 * fails like any other, until a worker of the release that wrote it takes it.
 */
async function take<Data extends { id: string }>(
  boss: PgBoss,
  queue: Job["queue"],
  jobsAtOnce: number,
  form: z.ZodType<Data>,
  work: (data: Data) => Promise<void>,
): Promise<void> {
  await workOff(boss, queue, jobsAtOnce, async (given) => {
    const read = form.safeParse(given);
    const scope = read.success ? { queue, jobId: read.data.id } : { queue };
    await reporting(scope, async () => {
      if (!read.success) throw new JobNotUnderstood();
      await work(read.data);
    });
  });
}

/** Nothing is quoted of it. */
class JobNotUnderstood extends Error {
  override readonly name = "JobNotUnderstood";
}

/**
 * The queue retries what is thrown, and stores it. So it is given a bare failure: an error's own
 * message may quote a row.
 */
async function reporting(
  scope: { queue: string; jobId?: string },
  work: () => Promise<void>,
): Promise<void> {
  const { queue } = scope;
  const started = performance.now();
  const taken = () => performance.now() - started;
  try {
    await withinLog(scope, () => traced(queue, scope, work));
    time("lethe_job_seconds", { queue, outcome: "done" }, taken());
  } catch (error) {
    time("lethe_job_seconds", { queue, outcome: "failed" }, taken());
    count("lethe_job_retries_total", { queue });
    log.error("A job failed and will be tried again.", { ...scope, error });
    throw new JobFailed(queue);
  }
}

class JobFailed extends Error {
  override readonly name = "JobFailed";

  constructor(queue: string) {
    super(`A job of "${queue}" failed; the worker's log says where.`);
  }
}

async function repeat(sweep: Handlers["sweeps"][number], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await withinLog({ queue: sweep.name }, () => sweep.run(signal));
    } catch (error) {
      count("lethe_sweep_failures_total", { sweep: sweep.name });
      log.error("A sweep failed and will be tried again.", { queue: sweep.name, error });
    }
    await setTimeout(sweep.everySeconds * 1_000, undefined, { signal }).catch(ignoreAbort);
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "AbortError") throw error;
}
