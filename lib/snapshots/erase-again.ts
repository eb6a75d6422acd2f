import { sql } from "drizzle-orm";
import { z } from "zod";
import { accountSubject, contactSubject, planFor, type Tx } from "@/lib/erasure";
import { purgeAtOnce } from "@/lib/erasure/engine";
import type { SnapshotTable } from "./snapshot-tables";

/** So many are one subject: its statements name them all. */
const inSubject = 500;

type Staged = { workspaceId: string; tables: readonly SnapshotTable[]; now: Date };

const Ids = z.array(z.object({ id: z.uuid() }));

/**
 * Erases from staged rows, which nobody sees yet, whoever has been erased since: contacts whose fences
 * say so, and accounts that are not there any more.
 */
export async function eraseAgain(tx: Tx, staged: Staged): Promise<void> {
  const keys = { tables: new Set(staged.tables.map(({ key }) => key)), now: staged.now };
  const { workspaceId } = staged;
  for (const contactId of inParts(await erasedContacts(tx, workspaceId))) {
    await purgeAtOnce(tx, planFor(contactSubject({ workspaceId, contactId })), keys);
  }
  for (const userId of inParts(await erasedAccounts(tx, staged))) {
    await purgeAtOnce(tx, planFor(accountSubject(userId)), keys);
  }
}

async function erasedContacts(tx: Tx, workspaceId: string): Promise<string[]> {
  const found = await tx.execute(sql`
    select staged.id from pg_temp.contacts staged
    join public.contact_fences fence
      on fence.workspace_id = ${workspaceId} and fence.contact_id = staged.id`);
  return Ids.parse(found).map(({ id }) => id);
}

async function erasedAccounts(tx: Tx, { tables }: Staged): Promise<string[]> {
  const references = tables.flatMap(({ name, userColumns }) =>
    userColumns.map(
      (column) =>
        sql`select ${sql.identifier(column)} as id from pg_temp.${sql.identifier(name)} where ${sql.identifier(column)} is not null`,
    ),
  );
  const found = await tx.execute(sql`
    select id from (${sql.join(references, sql` union `)}) as named
    where not exists (select from public.users where users.id = named.id)`);
  return Ids.parse(found).map(({ id }) => id);
}

function inParts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / inSubject) }, (_, at) =>
    ids.slice(at * inSubject, (at + 1) * inSubject),
  );
}
