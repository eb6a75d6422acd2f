import { planFor } from "@/lib/erasure";

type Plan = ReturnType<typeof planFor>;
export type OwnTable = Plan["steps"][number];

/**
 * The tables whose rows are a subject's by the erasure map, parents before children: those that its
 * erasure would erase or retain. Rows that it would only blank are somebody else's.
 */
export function ownTables(subject: Plan["subject"]): OwnTable[] {
  return planFor(subject)
    .steps.filter(({ action }) => action === "erase" || action === "retain")
    .reverse();
}

/** The tables in which rows of others name a subject, and lose that with its erasure. */
export function namingTables(subject: Plan["subject"]): OwnTable[] {
  return planFor(subject)
    .steps.filter(({ action }) => action === "blank")
    .reverse();
}
