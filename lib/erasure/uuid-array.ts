import { type SQL, sql } from "drizzle-orm";

/** A list of ids as one parameter, of which a statement may have 65,535 at most. */
export function uuidArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

/** The same for texts: digests and addresses. */
export function textArray(texts: readonly string[]): SQL {
  const quoted = texts.map((text) => `"${text.replace(/[\\"]/g, "\\$&")}"`);
  return sql`${`{${quoted.join(",")}}`}::text[]`;
}
