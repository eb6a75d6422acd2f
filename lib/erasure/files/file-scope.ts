import type { SQL } from "drizzle-orm";
import { objectPrefix, storedObjects } from "@/db/schema";
import type { Plan, PlanStep } from "../engine";
import { planFor, type RunSubject } from "../subjects";

/** Which files go with a subject, and where their bytes lie. */
export type FileScope = {
  /** Everything under these goes, whether a row leads to it or not; always in the same order. */
  prefixes: string[];
  /**
   * Rows whose bytes go by their keys, many in one call: they may lie beside others that stay, or under
   * thousands of prefixes. Null: none.
   */
  rows: SQL | null;
  /** Every row whose bytes go. */
  all: SQL | null;
  /** Some of the subject's files have to stay for now: this is not the last that happens to them. */
  leavesFiles: boolean;
};

/**
 * Reads from a plan which files go.
 *
 * Where all of a subject's do, its prefixes go: complete even where a row was lost. Where some have to
 * stay for now, the rows that the plan erases say which go; contacts' go both ways, since older keys lie
 * under the workspace alone.
 */
export function fileScope(
  plan: Plan,
  { kind, keys }: Pick<RunSubject, "kind" | "keys">,
): FileScope {
  const step = fileStepOf(plan);
  if (step === undefined) {
    // Left out of the plan because all of them have to stay, or because there are none to go.
    const leavesFiles = fileStepOf(planFor({ kind, keys })) !== undefined;
    return { prefixes: [], rows: null, all: null, leavesFiles };
  }
  const all = step.found.predicate;
  const [workspaceId] = [keys.workspaceId ?? []].flat();
  if ("leavesRows" in step || workspaceId === undefined) {
    return { prefixes: [], rows: all, all, leavesFiles: true };
  }
  if (kind === "workspace") {
    return { prefixes: [objectPrefix({ workspaceId })], rows: null, all, leavesFiles: false };
  }
  const contactIds = [keys.contactId ?? []].flat().sort();
  return {
    prefixes: contactIds.map((contactId) => objectPrefix({ workspaceId, contactId })),
    rows: all,
    all,
    leavesFiles: false,
  };
}

function fileStepOf({ steps }: Plan): PlanStep | undefined {
  return steps.find(({ table, action }) => table.table === storedObjects && action === "erase");
}
