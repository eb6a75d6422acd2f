import { PlanError } from "./errors";
import { type Gap, gap } from "./gap";
import type { AnyErasureMap, Reach } from "./map";
import { makePlan } from "./plan";

/** Why no plan can be made for a kind of subject: one reason each, the same reason once. */
export function findPlanGaps(
  schema: Readonly<Record<string, unknown>>,
  map: AnyErasureMap,
  subjectKinds: readonly string[],
): Gap[] {
  const gaps = subjectKinds.flatMap((kind) => {
    try {
      makePlan(schema, map, { kind, keys: keysOf(map) });
      return [];
    } catch (error) {
      if (error instanceof PlanError) return [planGap(error)];
      throw error;
    }
  });
  return gaps.filter(({ mend }, at) => gaps.findIndex((other) => other.mend === mend) === at);
}

export function planGap({ code, table, message }: PlanError): Gap {
  return gap(code, table, null, message);
}

/** Every key that the map names, each with itself for a value: a plan asks no database. */
function keysOf(map: AnyErasureMap): Record<string, string> {
  const keys = Object.values(map).flatMap(({ rows, columns }) => [
    ...Object.values(rows).flatMap((verdict) =>
      verdict.act === "not_about" ? [] : keysIn(verdict.reach),
    ),
    ...Object.values(columns).flatMap(({ blank }) =>
      Object.values(blank).flatMap((to) =>
        to !== null && typeof to === "object" && "without" in to ? [to.without] : [],
      ),
    ),
  ]);
  return Object.fromEntries(keys.map((key) => [key, key]));
}

function keysIn(reach: Reach): string[] {
  switch (reach.by) {
    case "keys":
      return Object.values(reach.keys).flatMap((key) => key ?? []);
    case "element":
      return [reach.key];
    case "any":
      return reach.of.flatMap(keysIn);
    default:
      return [];
  }
}
