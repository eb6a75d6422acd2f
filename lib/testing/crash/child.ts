import { connect } from "@/db/client";
import { type ChildReport, ChildTask, childName } from "./child-task";
import type { Intervention } from "./intervention";
import { openSeam } from "./statement-seam";
import { startWorker } from "./worker";

/** A worker in a process of its own, which kills at the moment it was told: itself, or its server. */
async function work(task: string): Promise<ChildReport> {
  const { kill, now, requestId, ...setting } = ChildTask.parse(JSON.parse(task));
  const death: Intervention = {
    at: ({ statement, moment }) => statement === kill?.statement && moment === kill.moment,
    async act() {
      if (kill?.isFlushed) await flush(setting.databaseUrl);
      if (kill?.serverPid !== undefined) {
        process.kill(kill.serverPid, "SIGQUIT");
        return;
      }
      process.kill(process.pid, "SIGKILL");
      await new Promise(() => {});
    },
  };
  const seam = openSeam(death);
  const worker = startWorker(
    { ...setting, now: () => now },
    { ...seam.options, connection: { application_name: childName } },
  );
  const outcome = await worker.finish(requestId);
  const statements = [...seam.statements];
  await worker.close();
  return { outcome, statements };
}

/** A commit that waits for the disk waits for all that were before it. */
async function flush(databaseUrl: string): Promise<void> {
  const { sql, close } = connect(databaseUrl, { max: 1 });
  await sql`select pg_logical_emit_message(true, 'flush', '')`;
  await close();
}

work(process.argv[2] ?? "").then(
  (report) => console.log(JSON.stringify(report)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
