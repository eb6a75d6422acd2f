import type postgres from "postgres";
import { withoutIndexes } from "../without-indexes";

/**
 * Adds contacts to a workspace as a business has them: each tagged and with a consent, every fourth in a
 * conversation of four messages, every tenth with an order.
 */
export async function fillWithContacts(
  sql: postgres.Sql,
  workspaceId: string,
  contacts: number,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local maintenance_work_mem = '512MB'`;
    await tx`
      create temp table made on commit drop as
      select n, uuidv7() as id, uuidv7() as conversation_id from generate_series(1, ${contacts}::int) n`;
    const own = tx`${workspaceId}::uuid, uuidv7()`;
    const fills: Record<string, postgres.PendingQuery<postgres.Row[]>> = {
      contacts: tx`
        insert into contacts (workspace_id, id, name, phone, email)
        select ${workspaceId}, id, 'Customer ' || n, '+49151' || lpad(n::text, 8, '0'),
          'customer' || n || '@example.test' from made`,
      contact_tags: tx`
        insert into contact_tags (workspace_id, id, contact_id, tag_id)
        select ${own}, m.id, t.id from made m,
          (select id from tags where workspace_id = ${workspaceId} order by id limit 1) t`,
      consent_records: tx`
        insert into consent_records (workspace_id, id, contact_id, purpose, state, recorded_at)
        select ${own}, id, 'marketing', 'granted', now() from made`,
      conversations: tx`
        insert into conversations (workspace_id, id, contact_id, channel_connection_id, last_message_at)
        select ${workspaceId}, m.conversation_id, m.id, c.id, now() from made m,
          (select id from channel_connections where workspace_id = ${workspaceId} order by id limit 1) c
        where n % 4 = 0`,
      messages: tx`
        insert into messages (workspace_id, id, conversation_id, direction, kind, body)
        select ${own}, m.conversation_id, 'inbound', 'text', 'Do you deliver on day ' || day || '?'
        from made m, generate_series(1, 4) day where n % 4 = 0`,
      message_status_events: tx`
        insert into message_status_events (workspace_id, id, message_id, status, occurred_at)
        select ${own}, id, 'delivered', now() from messages where workspace_id = ${workspaceId}`,
      orders: tx`
        insert into orders (workspace_id, id, contact_id, number, state, currency, total_minor, placed_at)
        select ${own}, id, 'N-' || n, 'paid', 'EUR', 1200, now() from made where n % 10 = 0`,
    };
    for (const [table, fill] of Object.entries(fills)) await withoutIndexes(tx, table, () => fill);
  });
  await sql`vacuum (analyze)`;
}
