/** What is measured and traced, for Prometheus or OTLP; nothing where nobody asked for it. */
export { count } from "./count";
export { measured } from "./measured";
export { observeDatabase } from "./observe-database";
export { startTelemetry, type Telemetry } from "./start-telemetry";
export { time } from "./time";
export { traced } from "./traced";
