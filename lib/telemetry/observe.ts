import { metrics } from "@opentelemetry/api";
import { log } from "@/lib/log";
import { catalog, type Gauge, type Labels } from "./catalog";
import { meterName } from "./meter-name";

/** One value of a gauge. */
export type Sample = {
  [Name in Gauge]: { name: Name; labels: Labels<Name>; value: number };
}[Gauge];

/**
 * Has gauges read whenever somebody collects. A reading that fails shows nothing of them, which is an
 * alert of its own.
 */
export function observe(names: readonly Gauge[], read: () => Promise<readonly Sample[]>): void {
  const meter = metrics.getMeter(meterName);
  const gauges = new Map(
    names.map((name) => [
      name,
      meter.createObservableGauge(name, { description: catalog[name].help }),
    ]),
  );
  meter.addBatchObservableCallback(
    async (result) => {
      try {
        for (const { name, labels, value } of await read()) {
          const gauge = gauges.get(name);
          if (gauge !== undefined) result.observe(gauge, value, labels);
        }
      } catch (error) {
        log.error("Metrics could not be read.", { error });
      }
    },
    [...gauges.values()],
  );
}
