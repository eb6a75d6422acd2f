import { eq } from "drizzle-orm";
import { erasureQuestions, erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { findQuestion } from "./find-question";
import { recordAct } from "./record-act";
import { sealRequest } from "./sealed-request";
import type { QuestionDescription } from "./status";

/**
 * Takes the answer to a question that was asked by mail: whoever holds its link may give it, once.
 *
 * Sealed with the request as it is: nobody has checked what it says, and it decides nothing.
 *
 * @returns `answered` also when it had been before; then the first answer stays.
 */
export async function answerQuestion(
  ctx: ErasureContext,
  { token, answer }: { token: string; answer: string },
): Promise<Exclude<QuestionDescription, { state: "open" }>> {
  return await ctx.db.transaction(async (tx) => {
    const found = await findQuestion(tx, ctx, token, true);
    if (found.state !== "open") return found;

    const { questionId, request, content } = found;
    const questions = content.questions?.map(({ replyToken, ...question }) =>
      question.id === questionId
        ? { ...question, answer }
        : { ...question, ...(replyToken === undefined ? {} : { replyToken }) },
    );
    await tx
      .update(erasureQuestions)
      .set({ answeredAt: ctx.now() })
      .where(eq(erasureQuestions.id, questionId));
    await tx
      .update(erasureRequests)
      .set({ sealed: await sealRequest(ctx.vault, request.id, { ...content, questions }) })
      .where(eq(erasureRequests.id, request.id));
    await recordAct(tx, ctx, "question_answered", { requestId: request.id });
    return { state: "answered", confirmationCode: request.confirmationCode };
  });
}
