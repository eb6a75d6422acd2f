import { z } from "zod";
import type { Delivery } from "./mailer";

const soon = 5;
const inTenMinutes = 10 * 60;
const inAnHour = 60 * 60;

const quotas = ["daily_quota_exceeded", "monthly_quota_exceeded"];

/** Faults of our settings, which somebody will mend: the mail itself is as good as before. */
const faultsOfSettings = [
  "missing_api_key",
  "invalid_api_key",
  "restricted_api_key",
  "invalid_from_address",
  "not_found",
  "method_not_allowed",
];

/**
 * The SDK parses whatever the other side sent and calls it a response, so nothing in it is
 * trusted. A status of null means that no answer came, or none that could be read.
 */
const Answer = z.object({
  data: z
    .object({ id: z.string().min(1) })
    .nullish()
    .catch(null),
  error: z
    .object({
      name: z
        .string()
        .regex(/^[a-z_]{1,64}$/)
        .catch("application_error"),
      statusCode: z.number().int().nullable().catch(null),
    })
    .nullish()
    .catch(null),
  headers: z.record(z.string(), z.string()).nullish().catch(null),
});
type ProviderError = { name: string; statusCode: number | null };

/** Turns the SDK's returned answer into what to do next. */
export function readDelivery(response: unknown): Delivery {
  const { data } = Answer.parse(response);
  return data ? { ok: true, providerId: data.id } : readFailure(response);
}

/** What to do after an answer that did not bring what was asked for. */
export function readFailure(response: unknown): Extract<Delivery, { ok: false }> {
  const { error, headers } = Answer.parse(response);
  if (!error) return { ok: false, code: "malformed_answer", retryAfterSeconds: soon };
  return {
    ok: false,
    code: error.name,
    retryAfterSeconds: secondsUntilRetry(error, headers?.["retry-after"]),
  };
}

function secondsUntilRetry(error: ProviderError, retryAfter: string | undefined): number | null {
  const asked = secondsAskedFor(retryAfter);
  const { name, statusCode } = error;

  if (quotas.includes(name)) return Math.max(asked, inAnHour);
  if (faultsOfSettings.includes(name)) return inTenMinutes;
  if (statusCode === null || statusCode >= 500) return Math.max(asked, soon);
  if (statusCode === 429) return asked || soon;
  if (statusCode === 401 || statusCode === 403) return inTenMinutes;
  // Somebody is sending this very mail right now.
  if (name === "concurrent_idempotent_requests") return soon;
  return null;
}

/** `retry-after` in whole seconds, or 0. Its other form, a date, is not used by this provider. */
function secondsAskedFor(retryAfter: string | undefined): number {
  const seconds = Math.ceil(Number(retryAfter));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 24 * inAnHour) : 0;
}
