import { SpanStatusCode, trace } from "@opentelemetry/api";
import { meterName } from "./meter-name";
import { ourSpan } from "./our-span";

/** What a span may carry: a pattern, never an address; a row's own random id, never whose it is. */
type SpanAttributes = { queue?: string; jobId?: string; route?: string; httpRequestId?: string };

/** Does work within a span. An error that passes leaves its name behind, and not its message. */
export async function traced<Value>(
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<Value>,
): Promise<Value> {
  return await trace
    .getTracer(meterName)
    .startActiveSpan(`${ourSpan}${name}`, { attributes }, async (span) => {
      try {
        return await work();
      } catch (error) {
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : typeof error,
        });
        throw error;
      } finally {
        span.end();
      }
    });
}
