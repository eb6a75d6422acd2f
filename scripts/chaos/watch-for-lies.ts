import { setTimeout as pause } from "node:timers/promises";
import { connect } from "@/db/client";
import { isPassing } from "@/lib/is-passing";
import { contactOf, type Story } from "./story";

/**
 * Looks ten times a second, in one statement each, whether anything is shown as done that is not.
 *
 * While the database is away nothing is shown at all.
 */
export function watchForLies(
  databaseUrl: string,
  { doomed, shop }: Story,
): { stop(): Promise<{ looks: number; lies: string[] }> } {
  const { sql, close } = connect(databaseUrl, { max: 1 });
  let isOver = false;
  let looks = 0;
  const lies: string[] = [];
  const look = async () => {
    const told = await sql<{ lie: string }[]>`
      with done as (
        select * from erasure_requests where state in ('completed', 'completed_with_retentions')
      )
      select 'the workspace ' || state as lie from done where subject_kind = 'workspace'
        and exists (select from messages where workspace_id = ${doomed.id})
      union all
      select 'the contact ' || state from done where subject_kind = 'contact'
        and exists (select from contacts where id = ${contactOf(shop)})
      union all
      select 'the agent ' || state from done where subject_kind = 'account'
        and exists (select from users where id = ${shop.agentId})
      union all
      select 'a receipt of what is ' || state from erasure_requests q
      where state not in ('completed', 'completed_with_retentions')
        and exists (select from erasure_receipts c where c.request_id = q.id)`;
    looks += 1;
    lies.push(...told.map(({ lie }) => lie));
  };
  const watching = (async () => {
    while (!isOver) {
      await look().catch(unlessAway);
      await pause(100);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      await close();
      return { looks, lies };
    },
  };
}

function unlessAway(error: unknown): void {
  if (!isPassing(error)) throw error;
}
