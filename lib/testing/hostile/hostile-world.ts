import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import {
  erasureRequests,
  inboundMails,
  invitations,
  memberships,
  sessions,
  users,
} from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { newToken } from "@/lib/crypto";
import { type ErasureContext, openFormRequest } from "@/lib/erasure";
import { createWorkspace, type TestWorkspace } from "../create-workspace";

/** Who calls: nobody at all, the owner of another workspace, one of each role in the one that is asked about, an operator. */
export type Caller = "nobody" | "stranger" | "agent" | "admin" | "owner" | "operator";

/** Whom what is sent is about, and with what each of the callers comes. */
export type HostileWorld = {
  mine: TestWorkspace & { adminId: string };
  theirs: TestWorkspace;
  requestId: string;
  inboundMailId: string;
  invitationToken: string;
  /** The header that a browser sends for each; what is sent may sign them out. */
  cookies: Record<Caller, string>;
  /** Signs all of them in again, each with a session of their own. */
  signIn(): Promise<void>;
};

export async function createHostileWorld(
  ctx: ErasureContext,
  { appUrl, secret }: { appUrl: string; secret: string },
): Promise<HostileWorld> {
  const { db } = ctx;
  const [mine, theirs] = [await createWorkspace(db), await createWorkspace(db)];
  const passwordHash = await hashPassword("correct horse battery");
  await db.update(users).set({ passwordHash });
  const operator = { name: "Operator", email: "operator@platform.test", isOperator: true };
  const [{ id: operatorId } = { id: "" }] = await db
    .insert(users)
    .values({ ...operator, passwordHash })
    .returning({ id: users.id });

  const admin = { name: "Admin", email: "admin@customer.test", passwordHash };
  const [{ id: adminId } = { id: "" }] = await db
    .insert(users)
    .values(admin)
    .returning({ id: users.id });
  await db.insert(memberships).values({ workspaceId: mine.id, userId: adminId, role: "admin" });

  await openFormRequest(ctx, {
    email: "asking@customer.test",
    requester: "workspace_admin",
    concern: "account",
    statement: true,
  });
  const [request] = await db.select({ id: erasureRequests.id }).from(erasureRequests);
  const inboundMailId = randomUUID();
  await db
    .insert(inboundMails)
    .values({ id: inboundMailId, providerId: "given", sealed: null, receivedAt: ctx.now() });
  const { token: invitationToken, digest: tokenDigest } = newToken();
  await db.update(invitations).set({ tokenDigest }).where(eq(invitations.workspaceId, mine.id));

  const cookieOf = async (userId: string) => {
    const [session] = await db
      .insert(sessions)
      .values({ userId, expiresAt: new Date("2099-01-01T00:00:00Z") })
      .returning({ id: sessions.id });
    const token = await encode({ token: { sessionId: session?.id ?? "" }, secret });
    return `${sessionCookieName(appUrl)}=${token}`;
  };
  const cookies = { nobody: "", stranger: "", agent: "", admin: "", owner: "", operator: "" };
  const signIn = async () => {
    cookies.stranger = await cookieOf(theirs.ownerId);
    cookies.agent = await cookieOf(mine.agentId);
    cookies.admin = await cookieOf(adminId);
    cookies.owner = await cookieOf(mine.ownerId);
    cookies.operator = await cookieOf(operatorId);
  };
  await signIn();
  const requestId = request?.id ?? "";
  return {
    ...{ mine: { ...mine, adminId }, theirs, requestId, inboundMailId, invitationToken },
    ...{ cookies, signIn },
  };
}
