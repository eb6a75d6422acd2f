/**
 * Next calls this once, before the server takes a request: a wrong environment ends it here, and so does
 * a restored database in which erased data is back.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Imported late: the edge runtime, which is compiled too, could not end a process.
  const { requireEnvironment } = await import("@/lib/require-environment");
  requireEnvironment();
  const { env } = await import("@/lib/env");
  const { stampClientAddress } = await import("@/lib/rate-limits/stamp-client-address");
  stampClientAddress(env().TRUSTED_PROXY_HOPS);
  const { stampWholePage } = await import("@/lib/page-copies/stamp-whole-page");
  stampWholePage();
  const { requireReplayed } = await import("@/lib/require-replayed");
  await requireReplayed();
  const { keepClock } = await import("@/lib/clock");
  const { database } = await import("@/lib/database");
  await keepClock(database().db);
  const { endInTime } = await import("@/lib/end-in-time");
  endInTime();
  const { openAppTelemetry } = await import("@/lib/open-app-telemetry");
  await openAppTelemetry();
}
