import { activeHold } from "./active-hold";
import type { Db, Tx } from "./context";
import { holdScope } from "./hold-scope";
import type { RunSubject } from "./subjects";
import { whollyHeldBy } from "./wholly-held";

/**
 * Whether what has not begun may not begin: a legal hold stands on the whole of one of these subjects,
 * or, of contacts that go together, one on each.
 */
export async function areHeldWhole(
  db: Db | Tx,
  subjects: readonly RunSubject[],
  now: Date,
): Promise<boolean> {
  if ((await whollyHeldBy(db, subjects, now)).length > 0) return true;
  const contacts = subjects.flatMap(({ kind, keys }) =>
    kind === "contact"
      ? [keys.contactId ?? []].flat().map((id) => contactKey(keys.workspaceId, id))
      : [],
  );
  if (contacts.length === 0 || subjects.some(({ kind }) => kind !== "contact")) return false;
  const holds = await activeHold(db, holdScope(subjects), now);
  const held = new Set(
    holds.flatMap(({ subjectKind, subjectId, contactWorkspaceId, category }) =>
      subjectKind === "contact" && category === null
        ? [contactKey(contactWorkspaceId ?? "", subjectId)]
        : [],
    ),
  );
  return contacts.every((key) => held.has(key));
}

/** Another workspace may have a contact by the same id. */
function contactKey(workspaceId: string | string[] | undefined, contactId: string): string {
  return `${[workspaceId ?? ""].flat()[0]}/${contactId}`;
}
