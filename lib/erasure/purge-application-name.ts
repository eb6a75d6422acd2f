/** The name that a worker's purging sessions give the server: who looks at its load leaves them out. */
export const purgeApplicationName = "lethe purge";
