import { readFileSync } from "node:fs";
import { join } from "node:path";
import getPort from "get-port";
import { afterAll, beforeAll } from "vitest";
import { erasureRequests, erasureSteps } from "@/db/schema";
import { advanceRun, scheduleWorkspaceErasure } from "@/lib/erasure";
import { paced, politePace } from "@/lib/erasure/engine";
import { deadLetters, queues } from "@/lib/jobs";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { catalog } from "./catalog";
import { count, measured, observeDatabase, startTelemetry, type Telemetry, time } from "./index";

const docs = join(import.meta.dirname, "..", "..", "docs");
const read = (file: string) => readFileSync(join(docs, file), "utf8");

let telemetry: Telemetry;
let metricsPort: number;
beforeAll(async () => {
  metricsPort = await getPort();
  telemetry = await startTelemetry({ service: "worker", metricsPort, pushes: false });
});
afterAll(() => telemetry.stop());

test("what can be collected is what the database holds and what a purge did; dashboard and alerts ask for nothing else", async ({
  db,
  as,
  system,
  clock,
}) => {
  observeDatabase(db, system.now, [...Object.keys(queues), deadLetters]);
  for (const { id, slug, ownerId } of [await createWorkspace(db), await createWorkspace(db)]) {
    const owner = as({ type: "owner", userId: ownerId });
    await scheduleWorkspaceErasure(owner, { workspaceId: id, confirmSlug: slug });
  }
  const before = await collect();
  expect(before.get('lethe_requests{state="scheduled"}')).toBe(2);
  expect(before.get('lethe_requests_due{within="overdue"}')).toBe(0);
  expect(before.get('lethe_request_oldest_age_seconds{state="scheduled"}')).toBe(0);
  expect(before.get("lethe_purges_paused")).toBe(0);
  expect(before.get('lethe_queue_jobs{queue="send-mail"}')).toBeGreaterThan(0);

  const [request] = await db.select().from(erasureRequests);
  await db.update(erasureRequests).set({ purgeAfter: null });
  const governor = measured(paced(politePace));
  while ((await advanceRun(system, request?.id ?? "", governor)) === "again");
  clock.advance(20 * 3_600_000);
  recordTheRest();

  const after = await collect();
  const steps = await db.select().from(erasureSteps);
  const rows = steps.reduce((sum, { doneRows }) => sum + doneRows, 0);
  expect(after.get("lethe_purge_rows_total")).toBe(rows);
  expect(after.get("lethe_purge_batch_seconds_count")).toBeGreaterThan(0);
  expect(after.get('lethe_requests{state="scheduled"}')).toBe(1);
  expect(after.get('lethe_requests_closed_day{state="completed_with_retentions"}')).toBe(1);
  expect(after.get('lethe_request_oldest_age_seconds{state="scheduled"}')).toBe(72_000);
  expect(after.get("lethe_tombstones_unstored")).toBe(1);

  clock.advance(40 * 24 * 3_600_000);
  expect((await collect()).get('lethe_requests_due{within="overdue"}')).toBe(1);

  const exported = new Set([...after.keys()].map((line) => plain(line)));
  // Nobody is owed a call here: the two of recipients have no row to show.
  for (const name of Object.keys(catalog).filter((one) => !/^lethe_recipient_[cf]/.test(one))) {
    expect(exported).toContain(name);
  }
  for (const file of ["observability/dashboard.json", "observability/alerts.yml"]) {
    const named = [...read(file).matchAll(/\blethe_\w+/g)].map(([name]) => plain(name));
    expect(named.length, file).toBeGreaterThan(15);
    expect(named.filter((name) => !Object.hasOwn(catalog, name))).toEqual([]);
    expect(unknownLabels(read(file)), file).toEqual([]);
  }

  /** What those do that call systems, sweep and answer. */
  function recordTheRest() {
    governor.blocked(() => true);
    count("lethe_job_retries_total", { queue: "send-mail" });
    count("lethe_sweep_failures_total", { sweep: "remind" });
    count("lethe_recipient_answers_total", { recipient: "meta", answer: "2xx" });
    count("lethe_turned_away_total", {});
    time("lethe_job_seconds", { queue: "send-mail", outcome: "done" }, 12);
    time("lethe_work_seconds", { route: "/api/data-deletion/[code]", outcome: "done" }, 12);
  }
});

test("the runbook says of every alert what it means, under the name that the alert leads to", () => {
  const alerts = [...read("observability/alerts.yml").matchAll(/- alert: (\w+)/g)];
  const names = alerts.map(([, name = ""]) => name);
  const explained = [...read("operations.md").matchAll(/^### (Lethe\w+)$/gm)].map(([, n]) => n);
  expect(names.length).toBeGreaterThan(10);
  expect(explained).toEqual(names);
  expect(
    [...read("observability/alerts.yml").matchAll(/operations\.md#(\w+)/g)].map(([, a]) => a),
  ).toEqual(names.map((name) => name.toLowerCase()));
});

test("nothing is measured where nobody asked for it", async () => {
  const off = await startTelemetry({ service: "app", metricsPort: undefined, pushes: false });
  expect(off.isOn).toBe(false);
});

/** Every line of the answer by its name and labels. */
async function collect(): Promise<Map<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  const lines = (await answer.text()).split("\n").filter((line) => line.startsWith("lethe_"));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(" ");
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

/** A metric's name without labels and without what a histogram adds. */
function plain(line: string): string {
  return line.replace(/\{.*$/, "").replace(/_(bucket|sum|count)$/, "");
}

/** Labels that an expression selects or groups by, and its metric does not have. */
function unknownLabels(text: string): string[] {
  const selections = text.replaceAll('\\"', '"').matchAll(/\b(lethe_\w+)\{([^}]*)\}/g);
  const selected = [...selections].flatMap(([, name = "", labels = ""]) =>
    [...labels.matchAll(/(\w+)(?:!=|=)/g)].map(([, label = ""]) => ({ name: plain(name), label })),
  );
  const groups = text.matchAll(/by \(([^)]*)\) \((?:rate\(|increase\()?(lethe_\w+)/g);
  const grouped = [...groups].flatMap(([, labels = "", name = ""]) =>
    labels.split(", ").map((label) => ({ name: plain(name), label })),
  );
  expect(selected.length + grouped.length).toBeGreaterThan(10);
  return [...selected, ...grouped]
    .filter(({ label }) => !["le", "job", "instance"].includes(label))
    .filter(({ name, label }) => !labelsOf(name).includes(label))
    .map(({ name, label }) => `${name}: ${label}`);
}

function labelsOf(name: string): readonly string[] {
  return Object.entries(catalog).find(([known]) => known === name)?.[1].labels ?? [];
}
