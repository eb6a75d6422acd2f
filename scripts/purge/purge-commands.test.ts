import { describe } from "vitest";
import { newId } from "@/db/schema/columns";
import { bundleScript } from "@/lib/testing/bundled-script";
import { expect, test } from "@/lib/testing/database-test";
import { pauseCommand } from "./pause-command";
import { PurgeCommandError, readPauseArguments, readResumeArguments } from "./purge-arguments";
import { resumeCommand } from "./resume-command";

const database = "postgres://user:password@host/name";

describe("npm run purge:pause and purge:resume", () => {
  test("pause, say what is under way, and let it go on, as often as they are called", async ({
    databaseUrl,
    sql,
  }) => {
    const [requestId, runId] = [newId(), newId()];
    await sql`insert into erasure_requests (id, confirmation_code, channel, requester_kind,
        subject_kind, subject_digest, state, policy_profile, policy_version, received_at,
        acknowledge_by, due_at)
      values (${requestId}, 'CODE7', 'workspace_settings', 'workspace_admin', 'workspace', 'digest',
        'purging', 'default', '1', now(), now(), '2026-12-24')`;
    await sql`insert into erasure_runs (id, request_id, started_at)
      values (${runId}, ${requestId}, now())`;
    await sql`insert into erasure_steps (run_id, ordinal, subject_index, table_name, category,
        action, planned_rows, done_rows)
      values (${runId}, 0, 0, 'messages', 'messages', 'erase', 1200, 400)`;

    const run = "  CODE7  purging, 400 of 1200 rows, due 2026-12-24";
    expect(await said(pauseCommand, databaseUrl)).toEqual([
      "Purges are paused.",
      "Under way, and to be gone on with later:",
      run,
    ]);
    expect(await said(pauseCommand, databaseUrl, "--wait", "5")).toEqual([
      "Purges were paused already.",
      "Under way, and to be gone on with later:",
      run,
      "No worker is in one.",
    ]);
    expect(await sql`select paused_at < now() as paused, changed_by from purge_controls`).toEqual([
      { paused: true, changed_by: "system" },
    ]);

    expect(await said(resumeCommand, databaseUrl, "--max-runs", "3")).toEqual([
      "Purges go on.",
      "At most 3 at once.",
      "To be gone on with:",
      run,
    ]);
    expect(await said(resumeCommand, databaseUrl)).toContain("Purges were not paused.");
    expect(await sql`select paused_at, max_runs from purge_controls`).toEqual([
      { paused_at: null, max_runs: 3 },
    ]);
  });

  test("pausing with --wait fails while a worker still has a run", async ({ databaseUrl, sql }) => {
    const requestId = newId();
    await sql`insert into erasure_requests (id, confirmation_code, channel, requester_kind,
        subject_kind, subject_digest, state, policy_profile, policy_version, received_at,
        acknowledge_by, due_at)
      values (${requestId}, 'CODE9', 'workspace_settings', 'workspace_admin', 'workspace', 'digest',
        'verifying', 'default', '1', now(), now(), now())`;
    await sql`insert into erasure_runs (id, request_id, started_at, lease_until)
      values (${newId()}, ${requestId}, now(), now() + interval '1 minute')`;

    const lines: string[] = [];
    const pausing = pauseCommand(["--database", databaseUrl, "--wait", "1"], {}, (line) =>
      lines.push(line),
    );
    await expect(pausing).rejects.toThrow("After 1 seconds a worker still has a run.");
    expect(lines.at(-1)).toMatch(/CODE9 {2}verifying, 0 of 0 rows, .*, a worker has it/);
    expect(await sql`select paused_at is not null as paused from purge_controls`).toEqual([
      { paused: true },
    ]);
  });

  test("exit with 0 when it is done, and with 1 when it is not", { timeout: 120_000 }, async ({
    databaseUrl,
  }) => {
    const pause = await bundleScript("scripts/purge-pause.ts");
    const resume = await bundleScript("scripts/purge-resume.ts");
    const flags = ["--database", databaseUrl];
    expect((await pause.run(flags)).code).toBe(0);
    expect((await resume.run([...flags, "--max-runs", "0"])).code).toBe(1);
    expect((await resume.run(flags)).code).toBe(0);
    await pause.remove();
    await resume.remove();
  });

  test.for<[line: string[], reason: RegExp]>([
    [["--database", "mysql://host/name"], /--database must be an address/],
    [["--database", database, "--wait", "0"], /--wait must be a whole number from 1 to 3600/],
    [["--database", database, "--wait", "soon"], /--wait must be/],
    [["--database", database, "--now"], /--now/],
    [[], /--database is missing, and DATABASE_URL is not set/],
  ])("pausing with %j is refused with a reason", ([line, reason]) => {
    expect(() => readPauseArguments(line, {})).toThrow(reason);
    expect(() => readPauseArguments(line, {})).toThrow(PurgeCommandError);
  });

  test("the number of runs at once has bounds, and DATABASE_URL is enough", () => {
    const from = { DATABASE_URL: database };
    expect(() => readResumeArguments(["--max-runs", "101"], from)).toThrow(/from 1 to 100/);
    expect(readResumeArguments(["--max-runs", "100"], from)).toEqual({ database, maxRuns: 100 });
    expect(readPauseArguments([], from)).toEqual({ database, waitSeconds: undefined });
  });
});

async function said(
  command: typeof pauseCommand,
  databaseUrl: string,
  ...flags: string[]
): Promise<string[]> {
  const lines: string[] = [];
  await command(["--database", databaseUrl, ...flags], {}, (line) => lines.push(line));
  return lines;
}
