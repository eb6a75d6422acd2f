import { metrics } from "@opentelemetry/api";
import { type Counter, catalog, type Labels } from "./catalog";
import { instrumentOf } from "./instrument-of";
import { meterName } from "./meter-name";

/** Adds to a counter; costs next to nothing while nobody measures. */
export function count<Name extends Counter>(name: Name, labels: Labels<Name>, by = 1): void {
  counter(name).add(by, labels);
}

const counter = instrumentOf((name: Counter) =>
  metrics.getMeter(meterName).createCounter(name, { description: catalog[name].help }),
);
