import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { assertMay } from "./assert-may";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { type HoldTarget, type NewHold, placeHold } from "./place-hold";
import { requestSubject } from "./request-subject";
import type { RunSubject } from "./subjects";

type Terms = Pick<NewHold, "category" | "basis" | "reference" | "expiresAt">;

/**
 * Places a legal hold on whom a request is about: of several contacts on each of those that are there.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator; `not_found` also while nobody has
 * said whom it is about.
 */
export async function holdRequest(
  ctx: ErasureContext,
  { requestId, ...terms }: Terms & { requestId: string },
): Promise<{ holdId: string }> {
  assertMay(ctx, "place_hold");
  const subject = await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.id, requestId));
    return request === undefined ? null : await requestSubject(tx, ctx, request);
  });
  if (subject === null) throw new ErasureError("not_found", "There is nobody to hold.");
  return await placeHold(ctx, { ...targetOf(subject), ...terms });
}

function targetOf({ kind, keys }: RunSubject): HoldTarget {
  const all = (key: string) => [keys[key] ?? []].flat();
  const one = (key: string) => all(key)[0] ?? "";
  if (kind === "workspace") return { subjectKind: "workspace", subjectId: one("workspaceId") };
  if (kind !== "contact") return { subjectKind: "account", subjectId: one("userId") };
  const [workspaceId, [subjectId = "", ...others]] = [one("workspaceId"), all("contactId")];
  return { subjectKind: "contact", workspaceId, subjectId, others };
}
