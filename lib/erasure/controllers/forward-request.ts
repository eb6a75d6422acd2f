import { controllerTasks } from "@/db/schema";
import { daysAfter } from "../calendar";
import type { ErasureContext, Tx } from "../context";
import type { SealedRequest } from "../sealed-request";
import { matchContacts } from "./match-contacts";

/** So long before the customer has to be answered, the businesses have to have answered us. */
const daysToAnswerTheCustomer = 3;

/**
 * Asks every business that has records under the proved address, or under the claimed number, to
 * answer a customer's request: a task for each of their contacts.
 *
 * What follows for the customer is the same whether none, one or five have any.
 *
 * @returns how many tasks.
 */
export async function forwardRequest(
  tx: Tx,
  ctx: ErasureContext,
  request: { id: string; dueAt: Date },
  content: SealedRequest,
): Promise<number> {
  const { email } = content;
  const whatsappNumber = content.details?.whatsappNumber;
  const matched = await matchContacts(tx, { email, whatsappNumber });
  if (matched.length === 0) return 0;

  const inTime = daysAfter(request.dueAt, -daysToAnswerTheCustomer);
  const dueAt = inTime > ctx.now() ? inTime : request.dueAt;
  await tx.insert(controllerTasks).values(
    matched.map(({ workspaceId, contactId, matchedBy }) => ({
      requestId: request.id,
      controllerId: workspaceId,
      customerId: contactId,
      matchedBy,
      createdAt: ctx.now(),
      dueAt,
    })),
  );
  return matched.length;
}
