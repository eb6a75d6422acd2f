import { env } from "./env";
import { startTelemetry } from "./telemetry";
import { telemetrySettings } from "./telemetry-settings";

/** Measures the app's process where that is asked for, and sends what is left as it is told to stop. */
export async function openAppTelemetry(): Promise<void> {
  const telemetry = await startTelemetry(telemetrySettings("app", process.env, env()));
  if (telemetry.isOn) process.once("SIGTERM", () => void telemetry.stop());
}
