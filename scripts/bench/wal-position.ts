import type { TemporaryServer } from "./temporary-server";

/** How many bytes of write-ahead log the server has ever written. */
export async function walPosition(admin: TemporaryServer["admin"]): Promise<number> {
  const [row] = await admin<{ bytes: string }[]>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bytes`;
  return Number(row?.bytes);
}
