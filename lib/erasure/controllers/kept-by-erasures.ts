import { inArray } from "drizzle-orm";
import { z } from "zod";
import { erasureRequests } from "@/db/schema";
import type { Tx } from "../context";

const Retained = z.array(
  z.object({
    category: z.string(),
    retention: z.string(),
    rows: z.number(),
    until: z.string().nullable(),
  }),
);
type Retained = z.infer<typeof Retained>;

/** What the businesses' own erasures have kept, as one record that does not tell them apart. */
export async function keptByErasures(tx: Tx, requestIds: readonly string[]): Promise<Retained> {
  if (requestIds.length === 0) return [];
  const ended = await tx
    .select({ retained: erasureRequests.retained })
    .from(erasureRequests)
    .where(inArray(erasureRequests.id, [...requestIds]));
  const kept = new Map<string, Retained[number]>();
  for (const one of ended.flatMap(({ retained }) => Retained.parse(retained ?? []))) {
    const so = kept.get(one.category);
    const until = [so?.until, one.until].filter((at) => at != null).sort();
    kept.set(one.category, {
      ...one,
      rows: one.rows + (so?.rows ?? 0),
      until: until.at(-1) ?? null,
    });
  }
  return [...kept.values()];
}
