import type { PgBoss } from "pg-boss";

/** Nobody is told of a job whose time has come to be tried again: who has none looks so often. */
const options = { notifyPollingIntervalSeconds: 5 } as const;

/**
 * Works a queue, so many jobs at once: who has taken a job looks for the next as soon as it is done with it.
 *
 * Left to itself, pg-boss takes one job and then rests until it is told of a new one, or for half a
 * minute where it listens: what has piled up while the database or a provider was away would be
 * worked off at that pace.
 */
export async function workOff(
  boss: PgBoss,
  queue: string,
  jobsAtOnce: number,
  work: (data: unknown) => Promise<void>,
): Promise<void> {
  for (let each = 0; each < jobsAtOnce; each += 1) {
    const taker: Promise<string> = boss.work(queue, options, async ([job]) => {
      boss.notifyWorker(await taker);
      await work(job?.data);
    });
    await taker;
  }
}
