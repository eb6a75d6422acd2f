export const dynamic = "force-dynamic";

/**
 * Whether this process still answers at all: whoever gets none starts it again. It asks nobody else, as a
 * new process would not mend a database that is away.
 */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
