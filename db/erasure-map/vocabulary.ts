import {
  type ColumnVerdict,
  kept,
  type Reach,
  type TableEntry,
  unreachable,
  where,
} from "@/lib/erasure/engine";

/** The four kinds of subject, as requests name them. */
export const subjectKinds = ["workspace", "contact", "account", "meta_user"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** The subjects who are one person each. */
export const persons = ["contact", "account", "meta_user"] as const;

/** Rows of the workspace: every workspace table is led by its key. */
export const ofWorkspace = where({ workspaceId: "workspaceId" });

/** Rows of one contact in one workspace. */
export const ofContact = where({ workspaceId: "workspaceId", contactId: "contactId" });

/** Why a ledger row cannot be, and need not be, looked up by its subject. */
export const namesNobody: Reach<never> = unreachable(
  "holds keyed digests, states and times only; what is sealed in it is destroyed when it ends",
);

/** Why an erased person's number or address may stand in what somebody else wrote. */
export const wordsOfOthers = "somebody else's words; whom they name is theirs to say";

/** Why the same number or address may stand in a record that is another's. */
export const recordOfOthers = "another's own record, which may rightly hold the same value";

/** Columns that stay as they are in a row that stays. */
export function keep<TColumn extends string>(
  ...columns: TColumn[]
): Record<TColumn, ColumnVerdict<never>> {
  const verdicts: Partial<Record<TColumn, ColumnVerdict<never>>> = {};
  for (const column of columns) verdicts[column] = kept;
  return verdicts as Record<TColumn, ColumnVerdict<never>>;
}

export type Entry<TColumn extends string> = TableEntry<SubjectKind, TColumn>;
