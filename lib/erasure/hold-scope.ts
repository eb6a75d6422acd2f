import type { HoldScope, RunSubject } from "./subjects";

/** So many contacts are asked for one by one; of more, any hold on one of the workspace's is looked at. */
const contactsOneByOne = 100;

/**
 * Where a legal hold can stand that keeps back something of these subjects' erasure. Of a group that
 * is not settled nobody is erased yet.
 */
export function holdScope(subjects: readonly RunSubject[]): HoldScope[] {
  return subjects.flatMap((subject) =>
    subject.isSettled ? [...subject.heldBy, ...aboutIt(subject)] : [],
  );
}

function aboutIt({ kind, keys, heldBy }: RunSubject): HoldScope[] {
  const [workspaceId] = [keys.workspaceId ?? []].flat();
  if (kind === "workspace" && workspaceId !== undefined) {
    return [
      { kind: "workspace", id: workspaceId },
      { kind: "contacts_of", id: workspaceId },
    ];
  }
  if (kind === "contact" && workspaceId !== undefined) {
    const contactIds = [keys.contactId ?? []].flat();
    const contacts: HoldScope[] =
      contactIds.length > contactsOneByOne
        ? [{ kind: "contacts_of", id: workspaceId }]
        : contactIds.map((id) => ({ kind: "contact", id, workspaceId }));
    return [{ kind: "workspace", id: workspaceId }, ...contacts];
  }
  // What a person did in a workspace may stand in a held contact's records.
  return [
    ...[keys.userId ?? []].flat().map((id) => ({ kind: "account" as const, id })),
    ...heldBy.flatMap((one) =>
      one.kind === "workspace" ? [{ ...one, kind: "contacts_of" as const }] : [],
    ),
  ];
}
