import type { RunSubject } from "./subjects";

/**
 * The same subjects, with all contacts of a workspace as one: what is left of any of them is then
 * looked for once.
 */
export function together(subjects: readonly RunSubject[]): RunSubject[] {
  const byWorkspace = Map.groupBy(subjects, ({ kind, keys }) =>
    kind === "contact" ? keys.workspaceId : undefined,
  );
  return [...byWorkspace].flatMap(([workspaceId, some]) => {
    const [first] = some;
    if (workspaceId === undefined || first === undefined || some.length === 1) return some;
    const all = (key: string) => some.flatMap(({ keys }) => keys[key] ?? []);
    return {
      ...first,
      keys: {
        workspaceId,
        contactId: all("contactId"),
        addressDigests: all("addressDigests"),
      },
    };
  });
}
