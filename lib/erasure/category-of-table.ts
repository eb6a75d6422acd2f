import { getTableName, isTable } from "drizzle-orm";
import { erasureMap } from "@/db/erasure-map";
import * as schema from "@/db/schema";

const categories: ReadonlyMap<string, string> = new Map(
  Object.entries(schema).flatMap(([key, table]) => {
    const entry = Object.entries(erasureMap).find(([name]) => name === key)?.[1];
    return isTable(table) && entry ? [[getTableName(table), entry.category]] : [];
  }),
);

/** The published category of a table, by its name in the database; `other` where the map has none. */
export function categoryOfTable(tableName: string): string {
  return categories.get(tableName) ?? "other";
}
