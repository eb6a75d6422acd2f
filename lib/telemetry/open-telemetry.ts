import { SamplingDecision } from "@opentelemetry/api";
import { PrometheusExporter } from "@opentelemetry/exporter-prometheus";
import { NodeSDK } from "@opentelemetry/sdk-node";
import { log } from "@/lib/log";
import { observeProcess } from "./observe-process";
import { ourSpan } from "./our-span";
import type { Telemetry, TelemetrySettings } from "./start-telemetry";

type SdkOptions = NonNullable<ConstructorParameters<typeof NodeSDK>[0]>;

/**
 * Measures and traces from now on. Loaded only where somebody asked for it.
 *
 * Spans of libraries name addresses, which may hold a secret, so only those of ours are recorded:
 * their names and attributes are of a list.
 */
export function openTelemetry({ service, metricsPort, pushes }: TelemetrySettings): Telemetry {
  const sdk = new NodeSDK({
    serviceName: process.env.OTEL_SERVICE_NAME ?? `lethe-${service}`,
    logRecordProcessors: [],
    sampler: oursOnly,
    ...(pushes ? {} : { spanProcessors: [] }),
    ...(metricsPort === undefined ? {} : { metricReaders: [exporterAt(metricsPort)] }),
  });
  sdk.start();
  observeProcess();
  return { isOn: true, stop: () => sdk.shutdown() };
}

/** On the loopback address alone: whoever collects runs beside, or is let in by who runs this. */
function exporterAt(port: number): PrometheusExporter {
  return new PrometheusExporter({ host: "127.0.0.1", port, withoutScopeInfo: true }, (error) => {
    if (error) log.error("Metrics cannot be served; is METRICS_PORT taken?", { error });
  });
}

const oursOnly: NonNullable<SdkOptions["sampler"]> = {
  shouldSample: (_context, _traceId, name) => ({
    decision: name.startsWith(ourSpan)
      ? SamplingDecision.RECORD_AND_SAMPLED
      : SamplingDecision.NOT_RECORD,
  }),
  toString: () => "OursOnly",
};
