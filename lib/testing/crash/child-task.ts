import { z } from "zod";

/** The name that a child's sessions give the server. */
export const childName = "lethe child";

/** What a child is told: which request to take to its end, and at which moment to be killed. */
export const ChildTask = z.object({
  databaseUrl: z.string(),
  masterKey: z.string(),
  now: z.coerce.date(),
  requestId: z.string(),
  kill: z.object({ statement: z.int(), moment: z.enum(["before", "after"]) }).nullable(),
});
export type ChildTask = z.input<typeof ChildTask>;

/** What a child says that was not killed. */
export const ChildReport = z.object({
  outcome: z.enum(["finished", "failed"]),
  statements: z.array(z.object({ text: z.string(), isAlone: z.boolean() })),
});
export type ChildReport = z.infer<typeof ChildReport>;
