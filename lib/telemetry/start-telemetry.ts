export type TelemetrySettings = {
  service: "app" | "worker";
  /** Where Prometheus collects; absent: nowhere. */
  metricsPort: number | undefined;
  /** Whether spans, and metrics where no port is given, are sent as `OTEL_*` says. */
  pushes: boolean;
};

export type Telemetry = {
  isOn: boolean;
  /** Sends what is left, and collects no more. */
  stop(): Promise<void>;
};

/** Measures and traces where the environment asks for it; otherwise loads nothing and does nothing. */
export async function startTelemetry(settings: TelemetrySettings): Promise<Telemetry> {
  const isAskedFor = settings.metricsPort !== undefined || settings.pushes;
  if (!isAskedFor) return { isOn: false, stop: async () => {} };
  const { openTelemetry } = await import("./open-telemetry");
  return openTelemetry(settings);
}
