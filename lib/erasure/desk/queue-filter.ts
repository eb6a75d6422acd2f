import { z } from "zod";
import { dueWithin, queueChannels, queueStates, queueSubjects, queueViews } from "./schemas";

/** Where a page begins: behind this request, in the queue's order. */
export const QueueCursor = z
  .string()
  .max(120)
  .transform((text, issues) => {
    const [at, id] = Buffer.from(text, "base64url").toString("utf8").split(" ");
    const parsed = z.tuple([z.iso.datetime(), z.uuid()]).safeParse([at, id]);
    if (parsed.success) return { at: new Date(parsed.data[0]), id: parsed.data[1] };
    issues.addIssue({ code: "custom", message: "Not a place in the queue." });
    return z.NEVER;
  });
export type QueueCursor = z.infer<typeof QueueCursor>;

/** The queue's filters as an address has them; what it does not know there counts as not said. */
export const QueueFilter = z.object({
  view: z.enum(queueViews).catch("todo"),
  state: z.enum(queueStates).nullable().catch(null),
  channel: z.enum(queueChannels).nullable().catch(null),
  subject: z.enum(queueSubjects).nullable().catch(null),
  due: z.enum(dueWithin).nullable().catch(null),
  after: QueueCursor.nullable().catch(null),
});
export type QueueFilter = z.infer<typeof QueueFilter>;
