import { and, eq, inArray } from "drizzle-orm";
import { type erasureRequests, memberships, metaIdentities, users, workspaces } from "@/db/schema";
import { rolesThatMay } from "@/lib/authorization/roles-that-may";
import type { ErasureContext, Tx } from "./context";
import { forwardRequest } from "./controllers/forward-request";
import { findOpenRequest } from "./find-open-request";
import { oweMail } from "./owe-mail";
import { refuse } from "./refuse-request";
import { reviewOf } from "./review-of";
import { scheduleRequest } from "./schedule-request";
import type { SealedRequest } from "./sealed-request";
import { ownsAlone } from "./sole-owner";
import type { RefusalReason, Review } from "./status";
import { transition } from "./transition";

type Request = typeof erasureRequests.$inferSelect;
type Decision =
  | { next: "scheduled"; subjectId: string | null }
  | { next: "in_review"; review: Review; asCustomer?: boolean }
  | { next: "refused"; reason: RefusalReason };

/**
 * Decides what becomes of a request whose requester has proved to control the address.
 *
 * Only now is anything looked up, and only for the address that was proved: nobody else learns
 * what we know. Where the policy profile asks for more proof than an address, and whenever somebody
 * asks for another, people look at it first.
 */
export async function decideRequest(
  tx: Tx,
  ctx: ErasureContext,
  request: Request,
  content: SealedRequest,
): Promise<void> {
  const decision = await decide(tx, ctx, request, content);
  switch (decision.next) {
    case "refused":
      await refuse(tx, ctx, request, decision.reason);
      return;
    case "in_review":
      await transition(tx, ctx, request, "in_review", {
        review: decision.review,
        ...(decision.asCustomer ? { requesterKind: "end_customer", subjectKind: "contact" } : {}),
      });
      if (decision.review === "forwarding") await forwardRequest(tx, ctx, request, content);
      await oweMail(tx, ctx, request.id, "received");
      return;
    case "scheduled":
      await scheduleRequest(tx, ctx, request, {
        subjectId: decision.subjectId,
        graceDays: ctx.rules.graceDays,
      });
      await oweMail(tx, ctx, request.id, "received");
  }
}

async function decide(
  tx: Tx,
  ctx: ErasureContext,
  request: Request,
  content: SealedRequest,
): Promise<Decision> {
  const review = reviewOf(ctx.rules, request);
  if (request.channel === "email") return await decideMail(tx, ctx, request, content, review);
  if (request.subjectKind === "contact") {
    return review === null
      ? { next: "refused", reason: "ask_the_controller" }
      : { next: "in_review", review };
  }
  if (request.requesterKind !== "workspace_admin") {
    return { next: "in_review", review: review ?? "identity" };
  }
  return reviewed(await decideBySubject(tx, request, content), review);
}

/**
 * What a mail asks for is known as far as its address has an account that can simply go. Whatever
 * else somebody may have meant, a person reads it.
 */
async function decideMail(
  tx: Tx,
  ctx: ErasureContext,
  request: Request,
  content: SealedRequest,
  review: Review | null,
): Promise<Decision> {
  const decision = await decideBySubject(tx, request, content);
  if (decision.next !== "refused") return reviewed(decision, review);
  const isCustomer =
    decision.reason === "no_matching_data" && ctx.rules.endCustomers === "forwarded";
  const { subjectDigest: digest } = request;
  return isCustomer && (await findOpenRequest(tx, { kind: "contact", digest })) === null
    ? { next: "in_review", review: "forwarding", asCustomer: true }
    : { next: "in_review", review: review ?? "identity" };
}

/** Where the policy profile has people look, nothing is scheduled before they have. */
function reviewed(decision: Decision, review: Review | null): Decision {
  return decision.next === "scheduled" && review !== null
    ? { next: "in_review", review }
    : decision;
}

async function decideBySubject(
  tx: Tx,
  { subjectKind }: Request,
  content: SealedRequest,
): Promise<Decision> {
  if (subjectKind === "workspace") return await decideWorkspace(tx, content);
  if (subjectKind === "meta_user") return await decideMetaUser(tx, content);
  return await decideAccount(tx, content);
}

/**
 * An id can be read off a profile, so naming one proves nothing: only the address of the account
 * that is linked to it does. The same for an id of others and for one that we do not know.
 */
async function decideMetaUser(tx: Tx, content: SealedRequest): Promise<Decision> {
  const linked = await tx
    .select({ userId: users.id })
    .from(metaIdentities)
    .innerJoin(users, eq(users.id, metaIdentities.userId))
    .where(
      and(
        eq(metaIdentities.metaUserId, content.metaUserId ?? ""),
        eq(users.email, content.email ?? ""),
      ),
    );
  return linked.length > 0
    ? { next: "scheduled", subjectId: null }
    : { next: "in_review", review: "identity" };
}

/** The same refusal for a workspace of others and for one that does not exist. */
async function decideWorkspace(tx: Tx, content: SealedRequest): Promise<Decision> {
  const [found] = await tx
    .select({ workspaceId: workspaces.id })
    .from(workspaces)
    .innerJoin(memberships, eq(memberships.workspaceId, workspaces.id))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(workspaces.slug, content.workspaceSlug ?? ""),
        eq(users.email, content.email ?? ""),
        inArray(memberships.role, rolesThatMay("erase_workspace")),
      ),
    );
  return found === undefined
    ? { next: "refused", reason: "not_authorised" }
    : { next: "scheduled", subjectId: found.workspaceId };
}

async function decideAccount(tx: Tx, content: SealedRequest): Promise<Decision> {
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, content.email ?? ""));
  if (user === undefined) return { next: "refused", reason: "no_matching_data" };
  if (await ownsAlone(tx, user.id)) return { next: "refused", reason: "sole_owner" };
  return { next: "scheduled", subjectId: user.id };
}
