import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EndState } from "@/lib/testing/crash/end-state";
import { difference } from "@/lib/testing/crash/every-row";
import { openStage, type Stage } from "@/lib/testing/crash/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe("the run that all others are compared with", () => {
  test("takes every row of the workspace but those to be kept, and none of its neighbour's", () => {
    const { scene, before, undisturbed } = stage;
    const left = rowsWith(scene.doomed.id, undisturbed);
    expect(left.sort()).toEqual(["audit_log", "invoices"]);
    expect(rowsOf(scene.neighbour.id, undisturbed.rows)).toEqual(
      rowsOf(scene.neighbour.id, before),
    );
    expect(rowsOf(scene.neighbour.id, before).length).toBeGreaterThan(30);
  });

  test("takes the members who belong nowhere else, and leaves the one who does", () => {
    const { scene, before, undisturbed } = stage;
    const people = Object.keys(undisturbed.rows.users ?? {});
    expect(people.sort()).toEqual([scene.neighbour.agentId, scene.neighbour.ownerId].sort());
    expect(undisturbed.rows.users).toEqual(
      Object.fromEntries(people.map((id) => [id, before.users?.[id]])),
    );
  });

  test("counts in each step exactly the rows that are gone or changed", () => {
    const { before, undisturbed } = stage;
    const { gone, changed, added } = difference(before, undisturbed.rows);
    expect(added).toEqual({});
    expect(counted(undisturbed, (action) => action === "erase")).toEqual(gone);
    expect(counted(undisturbed, (action) => action !== "erase")).toEqual(changed);
    expect(undisturbed.steps).toEqual(
      undisturbed.steps.map((step) => ({
        ...step,
        doneRows: step.plannedRows,
        state: "done",
        cursor: null,
      })),
    );
    expect(Object.values(gone).filter((rows) => rows > 4).length).toBeGreaterThan(1);
  });

  test("ends in one request, one mail, one tombstone for each subject, and nothing sealed", () => {
    const { runs, requests, transitions, tombstones, mails, mailJobs } = stage.undisturbed;
    expect(requests).toEqual([
      expect.objectContaining({
        state: "completed_with_retentions",
        subjectId: null,
        addressDigest: null,
      }),
    ]);
    expect(runs).toEqual([
      expect.objectContaining({ state: "done", subjects: null, isSealed: false, leaseUntil: null }),
    ]);
    expect(transitions.map(({ to }) => to)).toEqual([
      "verified",
      "scheduled",
      "purging",
      "verifying",
      "completed_with_retentions",
    ]);
    expect(tombstones.map(({ kind }) => kind)).toEqual(["workspace", "account", "account"]);
    expect(mails).toEqual([
      { message: "completed", state: "queued" },
      { message: "received", state: "queued" },
    ]);
    expect(mailJobs).toHaveLength(2);
  });
});

function counted(
  { steps }: EndState,
  isCounted: (action: string) => boolean,
): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const { table, action, doneRows } of steps) {
    if (isCounted(action) && doneRows > 0) rows[table] = (rows[table] ?? 0) + doneRows;
  }
  return rows;
}

/** Tables in which a row still names an id. */
function rowsWith(id: string, { rows }: EndState): string[] {
  return Object.entries(rows).flatMap(([table, of]) =>
    Object.values(of).some((row) => row.includes(id)) ? [table] : [],
  );
}

function rowsOf(id: string, rows: EndState["rows"]): string[] {
  return Object.values(rows).flatMap((of) => Object.values(of).filter((row) => row.includes(id)));
}
