import { z } from "zod";

/** The name that a child's sessions give the server. */
export const childName = "lethe child";

/** What a child is told: which request to take to its end, and at which moment to kill whom. */
export const ChildTask = z.object({
  databaseUrl: z.string(),
  masterKey: z.string(),
  filesFolder: z.string(),
  now: z.coerce.date(),
  requestId: z.string(),
  /** A server's process to be stopped at once, instead of the child's own. */
  kill: z
    .object({
      statement: z.int(),
      moment: z.enum(["before", "during", "after"]),
      serverPid: z.int().optional(),
      /** Whether what has been committed is to be on disk first, which is else left to chance. */
      isFlushed: z.boolean().optional(),
    })
    .nullable(),
});
export type ChildTask = z.input<typeof ChildTask>;

/** What a child says that was not killed. */
export const ChildReport = z.object({
  outcome: z.enum(["finished", "failed"]),
  statements: z.array(z.object({ text: z.string(), isAlone: z.boolean() })),
});
export type ChildReport = z.infer<typeof ChildReport>;
