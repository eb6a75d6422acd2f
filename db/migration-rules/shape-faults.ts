import { z } from "zod";

/** A database's shape as a migration leaves it, as far as whoever reads and writes it depends on it. */
export const Shape = z.object({
  tables: z.record(
    z.string(),
    z.object({
      columns: z.record(
        z.string(),
        z.object({
          name: z.string(),
          type: z.string(),
          notNull: z.boolean(),
          default: z.unknown().optional(),
          generated: z.unknown().optional(),
          identity: z.unknown().optional(),
        }),
      ),
    }),
  ),
  enums: z.record(z.string(), z.object({ values: z.array(z.string()) })),
});
export type Shape = z.infer<typeof Shape>;

/**
 * Why a release that knows the older shape could not work on the newer: what it reads is gone or of another
 * type, or what it writes lacks something that has to be there.
 */
export function shapeFaults(older: Shape, newer: Shape): string[] {
  const faults: string[] = [];
  for (const [table, { columns }] of Object.entries(older.tables)) {
    const present = newer.tables[table]?.columns;
    if (present === undefined) {
      faults.push(`${table} is gone`);
      continue;
    }
    for (const [name, column] of Object.entries(columns)) {
      const found = present[name];
      if (found === undefined) faults.push(`${table}.${name} is gone`);
      else if (found.type !== column.type) faults.push(`${table}.${name} is of another type`);
      else if (found.notNull && !column.notNull) faults.push(`${table}.${name} may not be null`);
    }
    for (const [name, column] of Object.entries(present)) {
      if (name in columns || !column.notNull) continue;
      const isFilled = [column.default, column.generated, column.identity].some(
        (one) => one !== undefined && one !== null,
      );
      if (!isFilled) faults.push(`${table}.${name} has to be given`);
    }
  }
  for (const [name, { values }] of Object.entries(older.enums)) {
    const known = newer.enums[name]?.values ?? [];
    const lost = values.filter((value) => !known.includes(value));
    if (lost.length > 0) faults.push(`${name} has lost ${lost.join(", ")}`);
  }
  return faults;
}
