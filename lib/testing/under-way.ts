import type { Db, Tx } from "@/lib/erasure/context";

/** A transaction that has done some work and is left open until it is told to commit. */
export async function underWay(
  db: Db,
  work: (tx: Tx) => Promise<unknown>,
): Promise<{ commit(): Promise<void> }> {
  const [done, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = db.transaction(async (tx) => {
    await work(tx);
    done.resolve();
    await mayCommit.promise;
  });
  ended.catch(done.reject);
  await done.promise;
  return {
    async commit() {
      mayCommit.resolve();
      await ended;
    },
  };
}
