import { env } from "@/lib/env";
import type { Limit } from "./limit";

/** A limit as this deployment sets it: more tries where `RATE_LIMIT_FACTOR` says so. */
export function scaledLimit({ name, tries, seconds }: Limit): Limit {
  return { name, tries: Math.ceil(tries * env().RATE_LIMIT_FACTOR), seconds };
}
