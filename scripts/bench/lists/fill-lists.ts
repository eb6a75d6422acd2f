import type postgres from "postgres";
import { newId } from "@/db/schema/columns";
import { withoutIndexes } from "../without-indexes";

/** Names by which others are found: `common` by every fourth, `rare` by every thousandth. */
export const names = { common: "Maria", rare: "Zoë" } as const;
export const tagNames = { common: "newsletter", rare: "wholesale" } as const;

export type Listed = { workspaceId: string; tagIds: Record<keyof typeof tagNames, string> };

/**
 * A workspace of so many contacts, and another of a quarter as many, their rows among each other: on one
 * in two a tag that is common, on one in a hundred a rare one, and one in four with a conversation, each
 * by chance.
 */
export async function fillLists(
  sql: postgres.Sql,
  { workspaceId, neighbourId }: { workspaceId: string; neighbourId: string },
  contacts: number,
): Promise<Listed> {
  const tagIds = { common: newId(), rare: newId() };
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local maintenance_work_mem = '512MB'`;
    await tx`create temp table made on commit drop as
      select n, case n % 5 when 0 then ${neighbourId}::uuid else ${workspaceId}::uuid end as workspace_id,
        uuidv7() as id from generate_series(1, ${Math.round(contacts * 1.25)}::int) n`;
    for (const which of ["common", "rare"] as const) {
      await tx`insert into tags (workspace_id, id, name, color)
        values (${workspaceId}, ${tagIds[which]}, ${tagNames[which]}, 'teal')`;
    }
    const one = (many: number, trait: string) =>
      tx`hashtext(n || ${trait}::text) % ${many}::int = 0`;
    const fills: Record<string, postgres.PendingQuery<postgres.Row[]>> = {
      contacts: tx`
        insert into contacts (workspace_id, id, name, phone, email, lifecycle_stage)
        select workspace_id, id,
          case when ${one(1_000, "rare name")} then ${names.rare}::text
            when ${one(4, "common name")} then ${names.common}::text
            else chr(65 + n % 26) || 'erson' || n % 499 end || ' ' || 'Family' || n % 9973,
          '+49151' || lpad(n::text, 8, '0'), 'customer' || n || '@mail.example',
          (enum_range(null::lifecycle_stage))[1 + abs(hashtext(n || 'stage') % 5)]
        from made`,
      contact_tags: tx`
        insert into contact_tags (workspace_id, id, contact_id, tag_id)
        select workspace_id, uuidv7(), id, tag_id from made,
          (values (2, ${tagIds.common}::uuid), (100, ${tagIds.rare}::uuid)) as t (every, tag_id)
        where workspace_id = ${workspaceId} and hashtext(n || 'tag' || every) % every = 0`,
      conversations: tx`
        insert into conversations (workspace_id, id, contact_id, channel_connection_id, last_message_at)
        select m.workspace_id, uuidv7(), m.id, c.id, now()
        from made m join channel_connections c on c.workspace_id = m.workspace_id
        where ${one(4, "conversation")}`,
    };
    for (const [table, fill] of Object.entries(fills)) await withoutIndexes(tx, table, () => fill);
  });
  await sql`vacuum (analyze)`;
  return { workspaceId, tagIds };
}
