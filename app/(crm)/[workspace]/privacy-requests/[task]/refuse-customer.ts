"use server";

import { workspaceAction } from "@/lib/action";
import { refuseTask } from "@/lib/erasure";
import { RefuseTask } from "@/lib/erasure/controllers/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { formIn } from "@/lib/form-in";
import { afterAnswer } from "./after-answer";

const refuse = workspaceAction("answer_customer", RefuseTask, async ({ userId, role }, input) => {
  await refuseTask(erasureContext({ type: role, userId }), input);
});

/** Refuses a customer's request in the name of the business. */
export async function refuseCustomer(given: FormData): Promise<void> {
  const form = formIn(given);
  afterAnswer(
    await refuse({
      workspaceId: String(form.get("workspaceId")),
      taskId: String(form.get("taskId")),
      reason: String(form.get("reason")),
    }),
  );
}
