import { timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** A point in time, always with its zone. `...At` happened, `...After` and `...Before` bound. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date" });
}

/**
 * A time-ordered UUID (version 7), made by the writer.
 *
 * Rows written together lie together in the primary key, so that a purge by key range reads
 * neighbouring pages; a random key would send every batch all over the table.
 */
export function timeOrderedId() {
  return uuid("id").notNull().$defaultFn(newId);
}

export function newId(): string {
  return uuidv7();
}
