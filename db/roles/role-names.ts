/** What the two roles that serve are called. */
export const roleNames = { app: "lethe_app", worker: "lethe_worker" } as const;

/** A second pair, which serves beside the first while passwords are changed. */
export function otherRoleNames(suffix: string): { app: string; worker: string } {
  return { app: `${roleNames.app}_${suffix}`, worker: `${roleNames.worker}_${suffix}` };
}
