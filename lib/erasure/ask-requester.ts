import { and, eq, gt, isNull } from "drizzle-orm";
import { erasureQuestions, erasureRequests } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { ActRefused } from "./act-refused";
import { answerableUntil } from "./answerable-until";
import { assertNoRun } from "./assert-no-run";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { onRequest } from "./on-request";
import { oweMail } from "./owe-mail";
import { recordAct } from "./record-act";
import { openSealedRequest, sealRequest } from "./sealed-request";
import { transition } from "./transition";
import { unfreezeSubject } from "./unfreeze-subject";

/**
 * Asks the requester for more (GDPR 12(6)): a mail with the question and a link to answer by.
 *
 * The question is sealed with the request. One that was scheduled goes back to review, so that it
 * does not start before the answer is read; no deadline moves. One question at a time.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `not_offered` by
 * the policy profile, `no_address`, `already_asked`, `wrong_state` for a request that is not verified,
 * has ended, or whose purge has begun.
 */
export async function askRequester(
  ctx: ErasureContext,
  { requestId, text }: { requestId: string; text: string },
): Promise<void> {
  await onRequest(ctx, requestId, "ask_requester", async (tx, request) => {
    if (!ctx.rules.mayAskForMore) {
      throw new ActRefused("not_offered", "The policy promises to ask for no more.");
    }
    if (request.state !== "in_review" && request.state !== "scheduled") {
      throw new ErasureError("wrong_state", `Nobody is asked while a request is ${request.state}.`);
    }
    await assertNoRun(tx, requestId);
    await assertNoneOpen(tx, ctx, requestId);
    const content = await openSealedRequest(ctx.vault, requestId, request.sealed);
    if (content.email === undefined) throw new ActRefused("no_address", "There is no address.");

    const { token, digest } = ctx.newToken();
    const [id, mailId] = [newId(), await oweMail(tx, ctx, requestId, "question")];
    await tx.insert(erasureQuestions).values({
      id,
      requestId,
      tokenDigest: digest,
      askedAt: ctx.now(),
      expiresAt: answerableUntil(ctx.now()),
    });
    const asked = [...(content.questions ?? []), { id, mailId, text, replyToken: token }];
    const sealed = await sealRequest(ctx.vault, requestId, { ...content, questions: asked });
    await tx.update(erasureRequests).set({ sealed }).where(eq(erasureRequests.id, requestId));
    await recordAct(tx, ctx, "question_asked", { requestId });
    if (request.state !== "scheduled") return;
    await unfreezeSubject(tx, ctx, request);
    await transition(tx, ctx, request, "in_review", { purgeAfter: null });
  });
}

async function assertNoneOpen(tx: Tx, ctx: ErasureContext, requestId: string): Promise<void> {
  const open = await tx
    .select({ id: erasureQuestions.id })
    .from(erasureQuestions)
    .where(
      and(
        eq(erasureQuestions.requestId, requestId),
        isNull(erasureQuestions.answeredAt),
        gt(erasureQuestions.expiresAt, ctx.now()),
      ),
    )
    .limit(1);
  if (open.length > 0) throw new ActRefused("already_asked", "A question is open.");
}
