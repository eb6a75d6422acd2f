import { eq } from "drizzle-orm";
import { erasureQuestions, erasureRequests } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "./context";
import { openSealedRequest, type SealedRequest } from "./sealed-request";
import { closedStates } from "./transition";

type Request = typeof erasureRequests.$inferSelect;

/** What a reply link leads to. */
export type FoundQuestion =
  | { state: "open"; questionId: string; request: Request; content: SealedRequest; text: string }
  /** Answered, too old, or its request has ended. */
  | { state: "answered" | "expired" | "closed"; confirmationCode: string }
  | { state: "unknown" };

/** @param lock whether to lock the request for what follows. */
export async function findQuestion(
  db: Db | Tx,
  ctx: ErasureContext,
  token: string,
  lock = false,
): Promise<FoundQuestion> {
  const query = db
    .select({ question: erasureQuestions, request: erasureRequests })
    .from(erasureQuestions)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureQuestions.requestId))
    .where(eq(erasureQuestions.tokenDigest, ctx.digestToken(token)));
  const [found] = lock ? await query.for("update") : await query;
  if (found === undefined) return { state: "unknown" };

  const { question, request } = found;
  const { confirmationCode } = request;
  if (question.answeredAt !== null) return { state: "answered", confirmationCode };
  if (closedStates.includes(request.state)) return { state: "closed", confirmationCode };
  if (question.expiresAt <= ctx.now()) return { state: "expired", confirmationCode };
  const content = await openSealedRequest(ctx.vault, request.id, request.sealed);
  const asked = content.questions?.find(({ id }) => id === question.id);
  if (asked === undefined) return { state: "closed", confirmationCode };
  return { state: "open", questionId: question.id, request, content, text: asked.text };
}
