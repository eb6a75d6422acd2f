import { z } from "zod";
import type { RequestStatus } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";

const instant = z.coerce.date<string>();

/** The status as `GET /api/data-deletion/{code}` sends it: the same, with its dates as text. */
export const StatusJson = z.object({
  confirmationCode: z.string(),
  state: z.enum(keysOf(statusMessages.states)),
  subjectKind: z.enum(keysOf(statusMessages.subjects)),
  refusalReason: z.enum(keysOf(statusMessages.refusals)).nullable(),
  receivedAt: instant,
  acknowledgeBy: instant,
  dueAt: instant,
  verifiedAt: instant.nullable(),
  purgeAfter: instant.nullable(),
  closedAt: instant.nullable(),
  policyVersion: z.string(),
  timeline: z.array(z.object({ state: z.enum(keysOf(statusMessages.states)), at: instant })),
  progress: z.array(z.object({ category: z.string(), planned: z.number(), done: z.number() })),
  retained: z.array(
    z.object({
      category: z.string(),
      retention: z.string(),
      rows: z.number(),
      until: instant.nullable(),
    }),
  ),
}) satisfies z.ZodType<RequestStatus>;

/** `Object.keys` that keeps what the compiler knows of a closed record. */
function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
