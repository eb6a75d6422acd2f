import type { CatalogTable } from "./catalog";
import { findCatalogGaps } from "./find-catalog-gaps";
import { findPlanGaps, planGap } from "./find-plan-gaps";
import { type Gap, gap } from "./gap";
import type { AnyErasureMap, Reach } from "./map";
import { readTables, type TableInfo, unreadable } from "./tables";

/**
 * The completeness gate: every table and column has a verdict for every subject, the map speaks of
 * nothing that is not there, and there is a plan for every kind of subject.
 *
 * @param catalog what the database itself holds, so that a table only it knows is found too.
 */
export function findGaps(
  schema: Readonly<Record<string, unknown>>,
  map: AnyErasureMap,
  subjectKinds: readonly string[],
  catalog?: readonly CatalogTable[],
): Gap[] {
  const errors = unreadable(schema);
  if (errors.length > 0) return errors.map(planGap);
  const tables = readTables(schema);
  const gaps = [
    ...[...tables.values()].flatMap((table) => unmapped(table, map, subjectKinds)),
    ...[...tables.values()].flatMap((table) => unreasoned(table, map)),
    ...[...tables.values()].flatMap((table) => unexplained(table, map)),
    ...stale(tables, map),
  ];
  return [
    ...gaps,
    ...(gaps.length > 0 ? [] : findPlanGaps(schema, map, subjectKinds)),
    ...(catalog === undefined ? [] : findCatalogGaps(tables, map, catalog)),
  ];
}

function unmapped(table: TableInfo, map: AnyErasureMap, subjectKinds: readonly string[]): Gap[] {
  const entry = map[table.key];
  if (entry === undefined) {
    return [gap("unmapped_table", table.name, null, "Give it a verdict in the erasure map.")];
  }
  const subjects = subjectKinds
    .filter((kind) => entry.rows[kind] === undefined)
    .map((kind) => gap("missing_verdict", table.name, null, `Say what a ${kind}'s erasure does.`));
  const columns = Object.keys(table.columns)
    .filter((key) => entry.columns[key] === undefined)
    .map((key) => gap("unmapped_column", table.name, key, "Give it a verdict in the erasure map."));
  return [...subjects, ...columns];
}

/** What is left out of a purge has to say why, and what is kept, under which retention. */
function unreasoned(table: TableInfo, map: AnyErasureMap): Gap[] {
  return Object.entries(map[table.key]?.rows ?? {}).flatMap(([kind, verdict]) => {
    if (verdict.act === "not_about") return [];
    const reasons = [
      ...waivers(verdict.reach),
      ...(verdict.act === "retain" ? [verdict.retention] : []),
    ];
    return reasons.every((reason) => reason.trim() !== "")
      ? []
      : [gap("missing_reason", table.name, null, `Say why a ${kind}'s erasure leaves rows.`)];
  });
}

/** Where others may name a subject, too. */
function unexplained(table: TableInfo, map: AnyErasureMap): Gap[] {
  return Object.entries(map[table.key]?.columns ?? {})
    .filter(([, { mayMention = {} }]) =>
      Object.values(mayMention).some((reason) => reason?.trim() === ""),
    )
    .map(([key]) => gap("missing_reason", table.name, key, "Say why others may name a subject."));
}

function waivers(reach: Reach): string[] {
  if (reach.by === "unreachable") return [reach.because];
  return reach.by === "any" ? reach.of.flatMap(waivers) : [];
}

function stale(tables: ReadonlyMap<string, TableInfo>, map: AnyErasureMap): Gap[] {
  return Object.entries(map).flatMap(([key, entry]) => {
    const table = tables.get(key);
    if (table === undefined) {
      return [gap("stale_table", key, null, "The schema has no such table: remove the entry.")];
    }
    return Object.keys(entry.columns)
      .filter((column) => table.columns[column] === undefined)
      .map((column) =>
        gap("stale_column", table.name, column, "The table has no such column: remove it."),
      );
  });
}
