import { readCatalog } from "./catalog";
import { findGaps } from "./find-gaps";
import { describeGap, type Gap } from "./gap";
import type { AnyErasureMap } from "./map";
import type { Executor } from "./statements";

/** A map, a schema and a database that do not fit together: what is wrong where, and how to mend it. */
export class GapError extends Error {
  readonly gaps: readonly Gap[];

  constructor(gaps: readonly Gap[]) {
    super(gaps.map(describeGap).join("\n"));
    this.name = "GapError";
    this.gaps = gaps;
  }
}

/**
 * The completeness gate as a guard, on the live database.
 *
 * @throws GapError naming every table, column and foreign key that it does not let through.
 */
export async function assertComplete(
  executor: Executor,
  schema: Readonly<Record<string, unknown>>,
  map: AnyErasureMap,
  subjectKinds: readonly string[],
): Promise<void> {
  const gaps = findGaps(schema, map, subjectKinds, await readCatalog(executor));
  if (gaps.length > 0) throw new GapError(gaps);
}
