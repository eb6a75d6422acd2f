import type { PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import type { Db, Tx } from "../context";
import type { CrmGraph } from "./crm-graph";
import { idOf, past } from "./crm-ids";
import { count, ids, pick } from "./positions";
import { rowsOfWorkspace } from "./rows-of-workspace";

/** Writes a graph into empty tables. Every text says whose it is. */
export async function writeCrm(db: Db | Tx, graph: CrmGraph): Promise<void> {
  const users = ids("user", graph.users);
  const workspaces = ids("workspace", graph.workspaces);
  await insert(schema.users, graph.users.map(userRow));
  await insert(schema.metaIdentities, graph.users.flatMap(metaIdentityRows));
  await insert(schema.sessions, graph.users.flatMap(sessionRows));
  await insert(schema.accountCodes, graph.users.flatMap(codeRows));
  await insert(
    schema.workspaces,
    workspaces.map((id, at) => ({ id, slug: `workspace-${at}`, name: `Workspace ${at}` })),
  );
  for (const [at, workspace] of graph.workspaces.entries()) {
    const workspaceId = workspaces[at] ?? "";
    for (const [table, rows] of rowsOfWorkspace(workspaceId, workspace, users)) {
      await insert(table, rows);
    }
  }
  await insert(
    schema.legalHolds,
    graph.holds.map(({ workspace, user, placedBy }, hold) => ({
      id: idOf("hold", hold),
      subjectKind: workspace === null ? ("account" as const) : ("workspace" as const),
      subjectId: pick(workspaces, workspace) ?? pick(users, user) ?? idOf("user", user),
      basis: "litigation",
      reference: `File ${hold}`,
      placedByUserId: pick(users, placedBy),
      placedAt: past,
    })),
  );
  await insert(
    schema.erasureRequests,
    count(graph.requests).map((at) => ({
      id: idOf("request", at),
      confirmationCode: `code-${at}`,
      channel: "form" as const,
      requesterKind: "account_holder" as const,
      subjectKind: "account" as const,
      subjectDigest: `digest-${at}`,
      state: "unverified" as const,
      policyProfile: "default",
      policyVersion: "1",
      receivedAt: past,
      acknowledgeBy: past,
      dueAt: past,
    })),
  );

  async function insert(table: PgTable, rows: readonly Record<string, unknown>[]): Promise<void> {
    if (rows.length > 0)
      await db
        .insert(table)
        .values([...rows])
        .onConflictDoNothing();
  }
}

function userRow(_user: unknown, at: number) {
  return {
    id: idOf("user", at),
    name: `User ${at}`,
    email: `user.${at}@example.test`,
    createdAt: past,
  };
}

function metaIdentityRows({ hasMetaLogin }: CrmGraph["users"][number], at: number) {
  if (!hasMetaLogin) return [];
  return [
    {
      userId: idOf("user", at),
      metaUserId: `meta-${at}`,
      displayName: `User ${at}`,
      email: `user.${at}@example.test`,
      linkedAt: past,
    },
  ];
}

function sessionRows({ sessions }: CrmGraph["users"][number], at: number) {
  return count(sessions).map((session) => ({
    id: idOf("session", at * 10 + session),
    userId: idOf("user", at),
    userAgent: "A browser",
    expiresAt: past,
  }));
}

function codeRows({ hasCode }: CrmGraph["users"][number], at: number) {
  if (!hasCode) return [];
  return [
    {
      id: idOf("code", at),
      userId: idOf("user", at),
      purpose: "erase_account",
      codeDigest: `code-${at}`,
      createdAt: past,
      expiresAt: past,
    },
  ];
}
