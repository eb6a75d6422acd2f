import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { assertOperator } from "./assert-operator";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { type HoldTarget, type NewHold, placeHold } from "./place-hold";
import { requestSubject } from "./request-subject";

type Terms = Pick<NewHold, "category" | "basis" | "reference" | "expiresAt">;

/**
 * Places a legal hold on the one that a request is about.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator; `not_found` also while nobody has
 * said whom it is about, and for several contacts at once.
 */
export async function holdRequest(
  ctx: ErasureContext,
  { requestId, ...terms }: Terms & { requestId: string },
): Promise<{ holdId: string }> {
  assertOperator(ctx, "place a legal hold");
  const [request] = await ctx.db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  const subject = request === undefined ? null : await requestSubject(ctx, request);
  if (subject === null) throw new ErasureError("not_found", "There is nobody to hold.");
  return await placeHold(ctx, { ...targetOf(subject), ...terms });
}

function targetOf({
  kind,
  keys,
}: NonNullable<Awaited<ReturnType<typeof requestSubject>>>): HoldTarget {
  const one = (key: string) => [keys[key] ?? []].flat()[0] ?? "";
  if (kind === "workspace") return { subjectKind: "workspace", subjectId: one("workspaceId") };
  if (kind !== "contact") return { subjectKind: "account", subjectId: one("userId") };
  return {
    subjectKind: "contact",
    workspaceId: one("workspaceId"),
    subjectId: one("contactId"),
  };
}
