import { z } from "zod";

/** The one value that a subject's key has. @throws where it has none or many. */
export function oneKey(value: string | string[] | undefined): string {
  return z.string().parse(value);
}
