/** What the two roles that serve are called. */
export const roleNames = { app: "lethe_app", worker: "lethe_worker" } as const;
