/** The tables that a plan, as `explain (format json)` gives it, reads from end to end. */
export function seqScans(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(seqScans);
  if (typeof plan !== "object" || plan === null) return [];
  const inner = Object.values(plan).flatMap(seqScans);
  const isSeqScan = Reflect.get(plan, "Node Type") === "Seq Scan";
  return isSeqScan ? [String(Reflect.get(plan, "Relation Name")), ...inner] : inner;
}
