import type { ErasureContext } from "@/lib/erasure";

/** What the verbs of a team need, handed in. Who acts is a member; their role is asked of the database. */
export type TeamContext = Pick<
  ErasureContext,
  "db" | "now" | "jobs" | "vault" | "newToken" | "digestToken"
> & { userId: string };
