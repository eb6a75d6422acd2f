import { eq } from "drizzle-orm";
import { cancellationTokens, erasureRequests } from "@/db/schema";
import { hasRun } from "./assert-no-run";
import type { Db, ErasureContext, Tx } from "./context";
import { VerificationToken } from "./schemas";
import type { RequestState } from "./status";
import { followingStates } from "./transition";

type Request = typeof erasureRequests.$inferSelect;

export type FoundCancellation =
  | { state: "unknown" }
  /** It was taken back already, or has begun. */
  | { state: "over"; request: Request }
  | { state: "open"; request: Request };

/** What a link for taking a request back is worth now. Reads only; a forged one is unknown. */
export async function findCancellation(
  db: Db | Tx,
  ctx: ErasureContext,
  token: string,
): Promise<FoundCancellation> {
  if (!VerificationToken.safeParse(token).success) return { state: "unknown" };
  const [found] = await db
    .select({ request: erasureRequests })
    .from(cancellationTokens)
    .innerJoin(erasureRequests, eq(erasureRequests.id, cancellationTokens.requestId))
    .where(eq(cancellationTokens.tokenDigest, ctx.digestToken(token)));
  if (found === undefined) return { state: "unknown" };
  const { request } = found;
  const isOpen = isCancellable(request.state) && !(await hasRun(db, request.id));
  return { state: isOpen ? "open" : "over", request };
}

/** Whether a request may still be taken back, as far as its state says. */
export function isCancellable(state: RequestState): boolean {
  return state !== "unverified" && followingStates[state].includes("cancelled");
}
