import { z } from "zod";
import type { RetainedItem } from "@/emails/components/retained-list";
import { categories, categoryOf } from "@/lib/policy/categories";
import type { PolicyProfile } from "@/lib/policy/profile";
import { publishedRetention } from "@/lib/policy/published-retentions";

/** What a request recorded as kept when it ended. */
const Retained = z.array(
  z.object({
    category: z.string(),
    retention: z.string(),
    rows: z.number().int().nonnegative(),
    until: z.coerce.date().nullable(),
  }),
);

/** The record in the words of the published policy. Of what has no rows, nothing was kept. */
export function retainedItems(recorded: unknown, profile: PolicyProfile): RetainedItem[] {
  return Retained.parse(recorded ?? [])
    .filter(({ rows }) => rows > 0)
    .map(({ category, retention, until }) => ({
      title: categories[categoryOf(category)].title,
      reason: publishedRetention(profile, retention).reason,
      until,
    }));
}
