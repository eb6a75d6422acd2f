import { sql } from "drizzle-orm";
import type { ErasureRules } from "@/lib/erasure";
import { type Executor, readCatalog } from "@/lib/erasure/engine";
import type { ObjectStore } from "@/lib/storage";
import { checkBloat } from "./check-bloat";
import { checkClock } from "./check-clock";
import { checkControls } from "./check-controls";
import { checkCopies } from "./check-copies";
import { checkFence } from "./check-fence";
import { checkFiles } from "./check-files";
import { checkKeys } from "./check-keys";
import { checkLogSize } from "./check-log-size";
import { checkMap } from "./check-map";
import { checkPrivilege } from "./check-privilege";
import { checkQueue } from "./check-queue";
import { checkRequests } from "./check-requests";
import { checkRetentions } from "./check-retentions";
import { checkTombstones } from "./check-tombstones";
import { DoctorError } from "./doctor-error";
import { examineForeign } from "./examine-foreign";
import type { Finding } from "./finding";

/** A report on a database, and for one that is not ours a draft of its map. */
export type Examination =
  | { kind: "report"; findings: readonly Finding[] }
  | { kind: "draft"; source: string; findings: readonly Finding[] };

/** Tables that nobody but us would have side by side. */
const ours = ["erasure_requests", "erasure_runs", "tombstones"];

/**
 * Looks at one schema of a database, through one read-only transaction.
 *
 * @param store the object store that belongs to it; null when nobody has said which one.
 * @param rules of the policy profile in force; null where it could not be kept.
 * @throws {DoctorError} when the schema is not there, or is empty.
 */
export async function examine(
  executor: Executor,
  schema: string,
  store: ObjectStore | null = null,
  rules: ErasureRules | null = null,
): Promise<Examination> {
  const quoted = `"${schema.replaceAll('"', '""')}"`;
  await executor.execute(sql`select set_config('search_path', ${quoted}, true)`);
  const catalog = await readCatalog(executor, schema);
  if (catalog.length === 0) {
    throw new DoctorError(`The database has no tables in a schema "${schema}".`);
  }
  const names = catalog.map(({ name }) => name);
  if (!ours.every((name) => names.includes(name))) {
    return { kind: "draft", ...(await examineForeign(executor, schema)) };
  }

  const map = checkMap(catalog);
  const findings = [map, await checkPrivilege(executor), await checkFence(executor, schema)];
  if (map.lines.some((line) => line.startsWith("missing_in_database"))) {
    return { kind: "report", findings: [...findings, notLookedAt] };
  }
  return {
    kind: "report",
    findings: [
      ...findings,
      await checkClock(executor, () => new Date()),
      await checkKeys(executor),
      await checkControls(executor),
      await checkRequests(executor),
      await checkQueue(executor),
      await checkBloat(executor),
      await checkLogSize(executor, schema),
      await checkCopies(executor),
      ...(rules === null ? [] : [await checkRetentions(executor, rules, new Date())]),
      ...(store === null
        ? []
        : [await checkFiles(executor, store, new Date()), await checkTombstones(executor, store)]),
    ],
  };
}

const notLookedAt: Finding = {
  title: "Requests, mails and jobs",
  state: "note",
  lines: ["Not looked at: the migrations come first."],
};
