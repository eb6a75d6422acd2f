import { type Batch, batchSize, type Pace } from "./batch-size";
import { isOverloaded, type Load, type LoadLimits } from "./load";
import { pause } from "./pause";
import { type WatchedLoad, watchLoad } from "./watch-load";

/** Keeps a purge out of its neighbours' way: how much at once, and how long until the next. */
export type Governor = {
  /** Rows that the next batch may change. Looks at the load first where nobody has yet. */
  limit(): Promise<number>;
  /** How many tables may be read at once: two while nobody else is at work, otherwise one. */
  readers(): Promise<number>;
  /** Told what a batch took; resolves when the next may start, or at once when it has to stop. */
  after(batch: Batch, shouldStop?: () => boolean): Promise<void>;
  /** Told how long something was read, in milliseconds; rests as after a batch that took as long. */
  rest(elapsedMs: number, shouldStop?: () => boolean): Promise<void>;
  /**
   * Told that a batch was rolled back because it waited too long; resolves when it may try again, or
   * with false when it has been so several times in a row and is better left alone for a while.
   */
  blocked(shouldStop?: () => boolean): Promise<boolean>;
};

/** Sizes batches by time and never rests: for tests, tools, and a database that nobody else uses. */
export function paced(pace: Pace): Governor {
  const size = batchSize(pace);
  const { budgetMs } = pace;
  const patience = patienceOf(size, pause);
  return {
    limit: async () => size.rows(),
    readers: async () => 1,
    async after(batch) {
      patience.renew();
      size.learn(batch, { limit: size.rows(), budgetMs });
    },
    rest: async () => {},
    blocked: patience.blocked,
  };
}

/** How polite a purge is. Rests are in multiples of the time that the batch took. */
export type PoliteOptions = {
  budgetMs: number;
  minRows: number;
  /** While nobody else is at work: of a larger batch, what it costs besides its rows is a smaller part. */
  budgetMsAlone: number;
  maxRowsAlone: number;
  /** 10,000 rows at once slow the slowest of the neighbours' reads down several times. */
  maxRowsBesideOthers: number;
  lookEveryMs: number;
  /** The rest beside somebody who is at work all the time: a purge has an eighth of the time. */
  restBesideOthers: number;
  mostRestMs: number;
  limits: LoadLimits;
  clock: () => number;
  pause: (milliseconds: number, shouldStop: () => boolean) => Promise<void>;
};

export const politeDefaults: PoliteOptions = {
  budgetMs: 50,
  budgetMsAlone: 150,
  minRows: 100,
  maxRowsAlone: 100_000,
  maxRowsBesideOthers: 2_000,
  lookEveryMs: 100,
  restBesideOthers: 7,
  mostRestMs: 1_000,
  limits: { waiting: 5, replicaLagMs: 30_000 },
  clock: () => performance.now(),
  pause,
};

/** What a reader waits for is mostly its own processor. */
const readersAlone = 2;

/** The first back-off; it doubles. */
const firstBackOffMs = 250;
const longestBackOffMs = 2_000;

/** The first rest after a batch that waited too long; the next are longer. */
const blockedMs = 250;
const mostTimesBlocked = 4;

/** Well within a run's lease, which every batch extends. */
const mostBackOffMs = 5_000;

/**
 * Sizes batches by time and by who else is there, and rests in proportion to the load it sees.
 *
 * Alone it takes large batches and never rests. Beside others a rest is a multiple of the batch's
 * own time: more when they are there more of the time, when rows take longer than they did at best,
 * when a replica or the job queue is behind, when sessions wait for locks. Beyond the limits it
 * stops and looks again, with growing back-off, for at most five seconds: then its caller is to
 * give the run up for somebody else to go on with.
 *
 * A rest holds no transaction.
 */
export function polite(
  readLoad: () => Promise<Load>,
  options: Partial<PoliteOptions> = {},
): Governor {
  const settings = { ...politeDefaults, ...options };
  const { budgetMs, budgetMsAlone, limits, maxRowsAlone, maxRowsBesideOthers, minRows } = settings;
  const size = batchSize({ minRows, maxRows: maxRowsAlone });
  const patience = patienceOf(size, settings.pause);
  const watch = watchLoad(readLoad, settings.lookEveryMs, settings.clock);

  async function backOff(isOver: () => Promise<boolean>, shouldStop: () => boolean) {
    let backedOffMs = 0;
    for (let wait = firstBackOffMs; backedOffMs < mostBackOffMs; wait *= 2) {
      const next = Math.min(wait, longestBackOffMs, mostBackOffMs - backedOffMs);
      await settings.pause(next, shouldStop);
      backedOffMs += next;
      if (shouldStop() || (await isOver())) return;
    }
  }

  const isFree = (load: WatchedLoad) => isAlone(load) && !isOverloaded(load, limits);

  function limit(load: WatchedLoad): number {
    if (isOverloaded(load, limits)) return Math.min(minRows, size.rows());
    return Math.min(size.rows(), isAlone(load) ? maxRowsAlone : maxRowsBesideOthers);
  }

  const seen = async () => watch.seen() ?? (await watch.look());

  async function rest(elapsedMs: number, shouldStop: () => boolean = never): Promise<void> {
    const load = await watch.look();
    if (isOverloaded(load, limits)) {
      await backOff(async () => !isOverloaded(await watch.look(), limits), shouldStop);
      return;
    }
    const restMs = elapsedMs * restFor(load, size.slowdown(), settings.restBesideOthers);
    if (restMs >= 1) await settings.pause(Math.min(restMs, settings.mostRestMs), shouldStop);
  }

  return {
    limit: async () => limit(await seen()),

    async readers() {
      return isFree(await watch.look()) ? readersAlone : 1;
    },

    async after(batch, shouldStop) {
      patience.renew();
      const load = await seen();
      size.learn(batch, { limit: limit(load), budgetMs: isFree(load) ? budgetMsAlone : budgetMs });
      await rest(batch.elapsedMs, shouldStop);
    },

    rest,
    blocked: patience.blocked,
  };
}

/** Tries again with half as many rows, a few times in a row. */
function patienceOf(size: { halve(): void }, pauseFor: PoliteOptions["pause"]) {
  let timesInARow = 0;
  return {
    renew() {
      timesInARow = 0;
    },
    async blocked(shouldStop: () => boolean = never): Promise<boolean> {
      timesInARow += 1;
      if (timesInARow >= mostTimesBlocked) return false;
      size.halve();
      await pauseFor(blockedMs * timesInARow, shouldStop);
      return true;
    },
  };
}

/** Nobody in the latest second or so. */
function isAlone({ shareOfTime }: WatchedLoad): boolean {
  return shareOfTime < 0.05;
}

/** Rows may take so many times as long as at best before that is a sign of load. */
const everydaySlowdown = 2;

/** The rest after a batch, as a multiple of its time. */
function restFor(load: WatchedLoad, slowdown: number, besideOthers: number): number {
  const strain = Math.min(Math.max(slowdown / everydaySlowdown, 1), 4);
  const others = isAlone(load) ? 0 : load.shareOfTime * besideOthers * strain;
  const queue = Math.min(load.queueLagMs / 6_000, 2);
  return others + load.waiting + load.replicaLagMs / 3_000 + queue;
}

function never(): boolean {
  return false;
}
