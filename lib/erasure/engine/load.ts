/** What else the database has to do, as far as a purge can see it. */
export type Load = {
  /** Sessions other than purges that are at work, or were a moment ago; null where that is hidden. */
  others: number | null;
  /** Those of them that wait for somebody's lock at this moment. */
  waiting: number;
  /** How far the slowest replica is behind; 0 without one. */
  replicaLagMs: number;
  /** How long the oldest job of the others has been due; 0 when none is. */
  queueLagMs: number;
};

/** What is assumed when nothing can be seen: somebody is at work. */
export const unseenLoad: Load = { others: null, waiting: 0, replicaLagMs: 0, queueLagMs: 0 };

/**
 * Beyond one of these a purge does not slow down but stops, until they are met again. Jobs may wait
 * for a mail provider, too, so that alone stops no purge.
 */
export type LoadLimits = { waiting: number; replicaLagMs: number };

export function isOverloaded(load: Load, limits: LoadLimits): boolean {
  return load.waiting >= limits.waiting || load.replicaLagMs >= limits.replicaLagMs;
}
