import type { Env } from "./env";
import type { TelemetrySettings } from "./telemetry/start-telemetry";

/** What is measured in this process: `OTEL_*` are the SDK's own to read, but they turn it on. */
export function telemetrySettings(
  service: TelemetrySettings["service"],
  source: Readonly<Record<string, string | undefined>>,
  { METRICS_PORT }: Pick<Env, "METRICS_PORT">,
): TelemetrySettings {
  const pushes = Boolean(
    source.OTEL_EXPORTER_OTLP_ENDPOINT || source.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
  );
  return { service, metricsPort: METRICS_PORT, pushes };
}
