import { type SQL, sql } from "drizzle-orm";
import type { JsonPath } from "./map";

/**
 * A JSON value without what the paths lead to: removed, or null in its place.
 *
 * What a path does not find it leaves alone, so that a value without it stays byte for byte. `*` is
 * every element of an array or every value of an object.
 */
export function withoutPaths(
  value: SQL,
  { paths, become }: { paths: readonly JsonPath[]; become: "removed" | "null" },
): SQL {
  return paths.reduce((left, [first, ...rest]) => along(left, first, rest, become), value);
}

function along(value: SQL, key: string, rest: readonly string[], become: "removed" | "null"): SQL {
  const [next, ...after] = rest;
  const changed = (inner: SQL): SQL => {
    if (next !== undefined) return along(inner, next, after, become);
    return sql`'null'::jsonb`;
  };
  const isRemoved = next === undefined && become === "removed";
  if (key === "*") return everywhere(value, isRemoved, changed);

  const name = sql`${key}::text`;
  const one = isRemoved
    ? sql`held - ${name}`
    : sql`jsonb_set(held, array[${name}], ${changed(sql`(held -> ${name})`)})`;
  return sql`(select case when jsonb_typeof(held) = 'object' and jsonb_exists(held, ${name}) then ${one} else held end from (select ${value} as held) as _)`;
}

function everywhere(value: SQL, isRemoved: boolean, changed: (inner: SQL) => SQL): SQL {
  const list = isRemoved
    ? sql`'[]'::jsonb`
    : sql`(select coalesce(jsonb_agg(${changed(sql`element`)} order by place), '[]') from jsonb_array_elements(held) with ordinality as _ (element, place))`;
  const object = isRemoved
    ? sql`'{}'::jsonb`
    : sql`(select coalesce(jsonb_object_agg(name, ${changed(sql`element`)}), '{}') from jsonb_each(held) as _ (name, element))`;
  return sql`(select case jsonb_typeof(held) when 'array' then ${list} when 'object' then ${object} else held end from (select ${value} as held) as _)`;
}
