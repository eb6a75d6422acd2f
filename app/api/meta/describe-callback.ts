import { env } from "@/lib/env";

/** The answer to whoever opens a callback's address to see whether it is there. */
export function describeCallback(purpose: string): Response {
  return Response.json(
    {
      purpose,
      method: "POST",
      contentType: "application/x-www-form-urlencoded",
      field: "signed_request",
      policy: new URL("/data-deletion", env().APP_URL).href,
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}
