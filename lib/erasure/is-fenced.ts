import { z } from "zod";

const Refused = z.object({ code: z.literal("LT001") });

/** Whether a write was refused because its workspace is frozen or gone. */
export function isFenced(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (Refused.safeParse(at).success) return true;
  }
  return false;
}
