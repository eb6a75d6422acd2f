import { type ActiveHold, activeHold } from "./active-hold";
import type { Db, Tx } from "./context";
import { holdScope } from "./hold-scope";
import type { RunSubject } from "./subjects";

/** The legal holds that stand on the whole of one of these subjects: nothing of it may be touched. */
export async function whollyHeldBy(
  db: Db | Tx,
  subjects: readonly RunSubject[],
  now: Date,
): Promise<string[]> {
  if (subjects.length === 0) return [];
  const holds = await activeHold(db, holdScope(subjects), now);
  return holds.filter((hold) => subjects.some((one) => holdsWhole(hold, one))).map(({ id }) => id);
}

/** A hold on a workspace is one on each of its contacts; one on a category is on nobody as a whole. */
export function holdsWhole(
  hold: Pick<ActiveHold, "subjectKind" | "subjectId" | "contactWorkspaceId" | "category">,
  { kind, keys }: Pick<RunSubject, "kind" | "keys">,
): boolean {
  if (hold.category !== null) return false;
  switch (hold.subjectKind) {
    case "workspace":
      return (
        (kind === "workspace" || kind === "contact") && only(keys.workspaceId) === hold.subjectId
      );
    case "contact":
      return (
        kind === "contact" &&
        only(keys.workspaceId) === hold.contactWorkspaceId &&
        only(keys.contactId) === hold.subjectId
      );
    default:
      return (kind === "account" || kind === "meta_user") && only(keys.userId) === hold.subjectId;
  }
}

function only(key: string | string[] | undefined): string | undefined {
  const [first, ...others] = [key ?? []].flat();
  return others.length === 0 ? first : undefined;
}
