import { z } from "zod";

/** The reasons for which a business may refuse one of its customers. */
export const ControllerRefusal = z.enum([
  "no_matching_data",
  "identity_not_verified",
  "legal_obligation",
  "legal_claims",
]);
export type ControllerRefusal = z.infer<typeof ControllerRefusal>;

const Task = z.object({ workspaceId: z.uuid(), taskId: z.uuid() });

/** Erasing cannot be undone, so who answers says that they know whose records these are. */
export const EraseForTask = Task.extend({
  isTheCustomer: z
    .boolean()
    .refine(Boolean, "Tick this once you are sure that they are the same person."),
});
export type EraseForTask = z.infer<typeof EraseForTask>;

export const RefuseTask = Task.extend({ reason: z.string().pipe(ControllerRefusal) });
export type RefuseTask = z.infer<typeof RefuseTask>;

export type ControllerTaskState = "open" | "erasing" | "erased" | "refused" | "withdrawn";

/** A customer's request as the list of a workspace shows it. */
export type ControllerTaskLine = {
  id: string;
  state: ControllerTaskState;
  createdAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  refusalReason: ControllerRefusal | null;
  /** The contact, for as long as there is one. */
  contactName: string | null;
};

/** The same with what is needed to answer it. Who asks is null once the request has ended. */
export type ControllerTask = ControllerTaskLine & {
  matchedBy: "email" | "phone";
  contact: { id: string; name: string; phone: string | null; email: string | null } | null;
  asked: { email: string; description: string | null; receivedAt: Date } | null;
};
