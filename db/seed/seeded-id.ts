import { v7 as uuidv7 } from "uuid";
import type { Random } from "./random";

/** A time-ordered id for a row of that time, the same on every run. */
export function seededId(random: Random, at: Date): string {
  return uuidv7({ msecs: at.getTime(), random: random.bytes(16) });
}
