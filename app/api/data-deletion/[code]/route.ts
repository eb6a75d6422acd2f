import { readRequestStatus } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";
import { answering } from "../../answering";
import { found } from "../../found";

export const dynamic = "force-dynamic";

type StatusContext = { params: Promise<{ code: string }> };

/**
 * Where a request stands, for whoever holds its code: states, dates and counts, and nobody's name.
 *
 * A code that is unknown and one that cannot exist are answered alike.
 */
export const GET = answering(async (request, { params }: StatusContext) => {
  const { code } = await params;
  const status = await safely("/api/data-deletion/[code]", () =>
    found(request, () => readRequestStatus(erasureContext({ type: "requester" }), code)),
  );
  if (status instanceof Response) return status;

  return Response.json(status, {
    headers: { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" },
  });
});
