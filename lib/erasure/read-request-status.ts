import { z } from "zod";
import { requestState } from "@/db/schema";
import type { ErasureContext } from "./context";
import { progressByCategory } from "./progress-by-category";
import { summedRecipients } from "./read-recipients";
import { requestStatusQuery } from "./request-status-query";
import { ConfirmationCode } from "./schemas";
import type { FileProgress, RequestStatus } from "./status";

const moment = z.coerce.date();

/** A list as the database aggregates it: nothing where there are no rows. */
function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z
    .array(entry)
    .nullable()
    .transform((list) => list ?? []);
}

const Timeline = listOf(z.object({ state: z.enum(requestState.enumValues), at: moment }));
const Steps = listOf(z.object({ category: z.string(), planned: z.number(), done: z.number() }));
const Files = listOf(z.object({ planned: z.number(), done: z.number() }));
const Recipients = listOf(
  z.object({
    recipient: z.string(),
    act: z.string(),
    targets: z.number(),
    done: z.number(),
    alreadyGone: z.number(),
    failed: z.number(),
    code: z.string().nullable(),
    lastAt: moment.nullable(),
    keptUntil: moment.nullable(),
  }),
);
const Retained = listOf(
  z.object({
    category: z.string(),
    retention: z.string(),
    rows: z.number(),
    until: moment.nullable(),
  }),
);

/**
 * What the holder of a confirmation code may know: states, dates, counts and what is kept.
 *
 * @returns null for a code that is malformed or that no request has; both are looked for.
 */
export async function readRequestStatus(
  { db }: Pick<ErasureContext, "db">,
  confirmationCode: string,
): Promise<RequestStatus | null> {
  const given = ConfirmationCode.safeParse(confirmationCode);
  const [request] = await requestStatusQuery(db).execute({ code: given.data ?? "" });
  if (request === undefined) return null;

  const { extensionReason, firstDueAt, timeline, steps, files, retained, recipients, ...status } =
    request;
  return {
    ...status,
    extension: extensionOf(extensionReason, firstDueAt),
    timeline: Timeline.parse(timeline),
    progress: progressByCategory(Steps.parse(steps)),
    files: ofAllSubjects(Files.parse(files)),
    retained: Retained.parse(retained),
    recipients: summedRecipients(Recipients.parse(recipients)),
  };
}

type Extension = NonNullable<RequestStatus["extension"]>;

function extensionOf(reason: Extension["reason"] | null, firstDueAt: Date | null) {
  return reason === null || firstDueAt === null ? null : { reason, firstDueAt };
}

function ofAllSubjects(files: readonly FileProgress[]): FileProgress | null {
  const planned = files.reduce((sum, one) => sum + one.planned, 0);
  const done = files.reduce((sum, one) => sum + one.done, 0);
  return planned === 0 ? null : { planned, done };
}
