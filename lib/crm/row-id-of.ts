import { z } from "zod";

/** A row's id as it stands in an address; anything else is undefined, never an error. */
export function rowIdOf(value: unknown): string | undefined {
  const parsed = z.uuid().safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
