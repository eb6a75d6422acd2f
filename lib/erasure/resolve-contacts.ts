import { eq } from "drizzle-orm";
import { erasureGroups, type erasureRequests } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { type FoundContact, findContacts } from "./find-contacts";
import { ownAddresses } from "./own-addresses";
import type { GroupOutcome, ResolvedRun } from "./resolved-run";
import { contactSubject, type RunSubject, settledSubject } from "./subjects";

/**
 * So many contacts are one subject of a run. Every batch says all of them, and to read ten thousand takes
 * the server as long as to delete some hundred rows; a subject has steps and counts of its own.
 */
const contactsInSubject = 2_000;

type Request = Pick<typeof erasureRequests.$inferSelect, "id" | "subjectId">;

/**
 * Resolves a request about one contact, or about a stored choice of them.
 *
 * A person takes along every contact that was merged into them, or they into. Contacts that another
 * request has begun to erase are left to it; where that leaves nobody, a single one waits for it.
 */
export async function resolveContacts(
  tx: Tx,
  ctx: ErasureContext,
  request: Request,
  workspaceId: string,
): Promise<ResolvedRun> {
  const [group] = await tx
    .select({ contactIds: erasureGroups.contactIds })
    .from(erasureGroups)
    .where(eq(erasureGroups.requestId, request.id));
  const ids = [group?.contactIds ?? request.subjectId ?? []].flat();
  const found = await findContacts(tx, workspaceId, ids);
  const free = found.filter(({ fencedBy }) => fencedBy === null || fencedBy === request.id);

  const chosen = new Set(ids);
  const isChosen = ({ id }: FoundContact) => chosen.has(id);
  const foundChosen = found.filter(isChosen).length;
  const outcome: GroupOutcome | undefined = group && {
    gone: ids.length - foundChosen,
    elsewhere: foundChosen - free.filter(isChosen).length,
  };
  if (free.length === 0) {
    return found.length > 0 && group === undefined
      ? { outcome: "wait" }
      : { outcome: "refuse", reason: "no_matching_data", group: outcome };
  }
  return {
    outcome: "ready",
    subjectId: request.subjectId ?? "",
    workspaceId,
    subjects: await subjectsOf(tx, ctx, workspaceId, free),
    group: outcome,
  };
}

async function subjectsOf(
  tx: Tx,
  ctx: ErasureContext,
  workspaceId: string,
  free: readonly FoundContact[],
): Promise<RunSubject[]> {
  const addresses = await ownAddresses(tx, workspaceId, free);
  const subjects: RunSubject[] = [];
  for (let from = 0; from < free.length; from += contactsInSubject) {
    const some = free.slice(from, from + contactsInSubject);
    const [only, ...others] = some.map(({ id }) => id);
    if (only === undefined) continue;
    const contactId = others.length === 0 ? only : [only, ...others];
    const digests = some.flatMap((contact) => addresses.digestsOf(ctx.vault, contact));
    subjects.push({
      ...settledSubject(contactSubject({ workspaceId, contactId }, digests)),
      heldBy: [{ kind: "workspace", id: workspaceId }],
    });
  }
  return subjects;
}
