import { z } from "zod";

/** The name that a child's sessions give the server. */
export const childName = "lethe child";

/** The moment at which a worker stops, and never goes on. */
export const Stop = z.object({
  statement: z.int(),
  moment: z.enum(["before", "during", "after"]),
});
export type Stop = z.infer<typeof Stop>;

/**
 * What a child is told: which request to take to its end, by a worker on each of some databases that
 * are alike.
 *
 * With `stops`, one for each worker, it is killed when all of them have stopped there; with
 * `killedAtAwait` it is killed on the spot. With `server`
 * it stops that at once where its first worker is then, and goes on.
 */
export const ChildTask = z.object({
  databaseUrls: z.array(z.string()).min(1),
  masterKey: z.string(),
  filesFolder: z.string(),
  now: z.coerce.date(),
  requestId: z.string(),
  stops: z.array(Stop),
  /** At which of the things that it awaits the child is killed, counted from 1. */
  killedAtAwait: z.int().nullable(),
  server: z
    .object({
      pid: z.int(),
      stop: Stop,
      /** Whether what has been committed is to be on disk first, which is else left to chance. */
      isFlushed: z.boolean(),
    })
    .nullable(),
});
export type ChildTask = z.input<typeof ChildTask>;

/** What a child says that was not killed: what its first worker did, and how often it awaited something. */
export const ChildReport = z.object({
  outcome: z.enum(["finished", "failed"]),
  awaits: z.int(),
  statements: z.array(z.object({ text: z.string(), followsAtOnce: z.boolean() })),
});
export type ChildReport = z.infer<typeof ChildReport>;
