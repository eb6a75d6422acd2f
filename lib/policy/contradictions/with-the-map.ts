import type { AnyErasureMap } from "@/lib/erasure/engine";
import type { PolicyProfile } from "../profile";
import { retentions } from "../retentions";
import type { Contradiction } from "./contradiction";

/** What is said to be kept and is not, and what is kept without being said. */
export function contradictionsWithMap(profile: PolicyProfile, map: AnyErasureMap): Contradiction[] {
  const kept = retainedBy(map);
  const stated = Object.entries(profile.retentions);

  return [
    ...stated.flatMap(([name, { months }]): Contradiction[] =>
      kept.has(name)
        ? []
        : [
            {
              code: "retention_that_no_table_has",
              sentence: `It keeps ${name} for ${months} months, and the erasure map retains no table under that name.`,
            },
          ],
    ),
    ...[...kept].flatMap(([name, table]): Contradiction[] =>
      stated.some(([known]) => known === name)
        ? []
        : [
            {
              code: "retention_without_terms",
              sentence: `The erasure map retains ${table} as ${name}, and the profile says neither why nor for how long.`,
            },
          ],
    ),
    ...stated.flatMap(([name, { ground }]): Contradiction[] =>
      hasGround(name, ground)
        ? []
        : [
            {
              code: "ground_unknown",
              sentence: `It keeps ${name} on the ground of ${ground}, which is no published ground for that.`,
            },
          ],
    ),
  ];
}

/** Each retention of the map, with a table that it keeps. */
function retainedBy(map: AnyErasureMap): Map<string, string> {
  const kept = new Map<string, string>();
  for (const [table, { rows }] of Object.entries(map)) {
    for (const verdict of Object.values(rows)) {
      if (verdict.act === "retain") kept.set(verdict.retention, table);
    }
  }
  return kept;
}

function hasGround(name: string, ground: string): boolean {
  return Object.entries(retentions).some(
    ([known, grounds]) => known === name && grounds.some((published) => published === ground),
  );
}
