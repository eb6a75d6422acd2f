import type { ErasureContext } from "./context";
import { findQuestion } from "./find-question";
import type { QuestionDescription } from "./status";

/** What the holder of a reply link is asked, or why nothing can be answered there. Changes nothing. */
export async function describeQuestion(
  ctx: ErasureContext,
  token: string,
): Promise<QuestionDescription> {
  const found = await findQuestion(ctx.db, ctx, token);
  if (found.state !== "open") return found;
  const { confirmationCode, subjectKind } = found.request;
  return { state: "open", confirmationCode, subjectKind, text: found.text };
}
