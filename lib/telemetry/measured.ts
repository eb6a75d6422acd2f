import type { Governor } from "@/lib/erasure/engine";
import { count } from "./count";
import { time } from "./time";

/** The same governor, whose batches are measured. */
export function measured(governor: Governor): Governor {
  return {
    ...governor,
    after(batch, shouldStop) {
      count("lethe_purge_rows_total", {}, batch.rows);
      time("lethe_purge_batch_seconds", {}, batch.elapsedMs);
      return governor.after(batch, shouldStop);
    },
    blocked(shouldStop) {
      count("lethe_purge_rolled_back_total", {});
      return governor.blocked(shouldStop);
    },
  };
}
