"use server";

import { workspaceAction } from "@/lib/action";
import { eraseForTask } from "@/lib/erasure";
import { EraseForTask } from "@/lib/erasure/controllers/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { formIn } from "@/lib/form-in";
import { isTicked } from "@/lib/posted/fields-of";
import { afterAnswer } from "./after-answer";

const erase = workspaceAction("answer_customer", EraseForTask, async ({ userId, role }, input) => {
  await eraseForTask(erasureContext({ type: role, userId }), input);
});

/** Has the contact erased that a customer's request is about. */
export async function eraseCustomer(given: FormData): Promise<void> {
  const form = formIn(given);
  afterAnswer(
    await erase({
      workspaceId: String(form.get("workspaceId")),
      taskId: String(form.get("taskId")),
      isTheCustomer: isTicked(form, "isTheCustomer"),
    }),
  );
}
