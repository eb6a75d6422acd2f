import type { ErasureContext } from "@/lib/erasure";

/** What the verbs of a person's own account need, handed in. */
export type AccountContext = Pick<ErasureContext, "db" | "now" | "jobs" | "vault">;
