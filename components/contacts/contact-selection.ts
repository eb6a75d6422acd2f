/**
 * Which contacts are chosen: those with these ids, or all that match the filter but for these. All
 * that match is a rule, not a list: the server resolves it when it acts.
 */
export type ContactSelection = { isAll: boolean; ids: ReadonlySet<string> };

export const nothingSelected: ContactSelection = { isAll: false, ids: new Set() };

export function isSelected({ isAll, ids }: ContactSelection, id: string): boolean {
  return ids.has(id) !== isAll;
}

/** The same selection with these contacts in it, or without them. */
export function withContacts(
  { isAll, ids }: ContactSelection,
  changed: readonly string[],
  isWanted: boolean,
): ContactSelection {
  const next = new Set(ids);
  for (const id of changed) {
    if (isWanted === isAll) next.delete(id);
    else next.add(id);
  }
  return { isAll, ids: next };
}

/** How many contacts are chosen, of so many that match. */
export function selectedCount({ isAll, ids }: ContactSelection, matching: number): number {
  return isAll ? Math.max(matching - ids.size, 0) : ids.size;
}
