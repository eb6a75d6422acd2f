import { z } from "zod";
import type { RetainedItem } from "@/emails/components/retained-list";
import { categoryOf } from "@/lib/policy/categories";
import { groundOf } from "@/lib/policy/ground-of";
import type { PolicyProfile } from "@/lib/policy/profile";

/** What a request recorded as kept when it ended. */
const Retained = z.array(
  z.object({
    category: z.string(),
    retention: z.string(),
    rows: z.number().int().nonnegative(),
    until: z.coerce.date().nullable(),
  }),
);

/** The record by the keys of the published policy. Of what has no rows, nothing was kept. */
export function retainedItems(recorded: unknown, profile: PolicyProfile): RetainedItem[] {
  return Retained.parse(recorded ?? [])
    .filter(({ rows }) => rows > 0)
    .map(({ category, retention, until }) => ({
      category: categoryOf(category),
      ground: groundOf(profile, retention),
      until,
    }));
}
