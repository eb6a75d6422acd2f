import { erasureMap, subjectKinds } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import { type CatalogTable, describeGap, findGaps } from "@/lib/erasure/engine";
import { type Finding, finding } from "./finding";

/** Where the map, the schema and this database disagree. */
export function checkMap(catalog: readonly CatalogTable[]): Finding {
  const gaps = findGaps(schema, erasureMap, subjectKinds, catalog);
  return finding(
    "Every table and column has a verdict, every path an index",
    gaps.map(describeGap),
  );
}
