import { z } from "zod";

/** What is sealed in a row until its act has ended: what to call with, and for which targets. */
export const SealedCall = z.strictObject({
  secret: z.record(z.string(), z.string()),
  targets: z.array(z.string()),
});
export type SealedCall = z.infer<typeof SealedCall>;
