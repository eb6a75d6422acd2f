import type postgres from "postgres";

/** The last by key, and by where it lies: whichever way a purge goes, it comes to it last. */
const lastId = "ffffffff-ffff-4fff-bfff-ffffffffffff";

/** Gives a workspace so many messages more. */
export async function addMessages(
  sql: postgres.Sql,
  workspaceId: string,
  count: number,
): Promise<void> {
  await sql`
    insert into messages (workspace_id, id, conversation_id, direction, kind, body, created_at)
    select ${workspaceId}, case when n = ${count}::int then ${lastId} else gen_random_uuid() end,
      c.id, 'inbound', 'text', 'Message ' || n, now()
    from (select id from conversations where workspace_id = ${workspaceId} limit 1) c,
      generate_series(1, ${count}::int) n`;
  await sql`analyze messages`;
}

/**
 * Keeps the last of them from being deleted, as somebody does who works with it: however fast a purge is,
 * it does not come to its end meanwhile.
 *
 * @returns lets go of it.
 */
export async function keepLastMessage(
  sql: postgres.Sql,
  workspaceId: string,
): Promise<() => Promise<void>> {
  const session = await sql.reserve();
  await session`begin`;
  await session`select from messages where workspace_id = ${workspaceId} and id = ${lastId} for key share`;
  return async () => {
    await session`rollback`;
    session.release();
  };
}
