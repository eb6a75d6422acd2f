import { and, eq } from "drizzle-orm";
import { describe } from "vitest";
import { erasureRequests, inboundMails, memberships, users, workspaces } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { type Actor, type Db, ErasureError, openFormRequest } from "@/lib/erasure";
import { TeamError } from "@/lib/team/errors";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test as filesTest } from "@/lib/testing/files-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { theirIdsOf } from "@/lib/testing/their-ids";
import { type Context, operatorVerbs, teamVerbs, type Verb } from "@/lib/testing/verbs-of-acts";
import { countWrittenRows } from "@/lib/testing/written-rows";
import { acts, type OperatorAct, type TeamAct } from "./acts";

/** Somebody, by what the table calls them. */
type Who = { is: readonly string[]; userId: string; actor: Actor; agentsDelete: boolean };
type Verbs = Partial<Record<OperatorAct | TeamAct, Verb[]>>;
type Stage = Awaited<ReturnType<typeof setStage>>;

const test = filesTest.extend<{ stage: Stage }>({
  stage: async ({ as, db, files, sql, workspace }, use) => {
    const { store, master } = files;
    const contextOf = ({ actor, userId }: Who) => ({ ...as(actor), store, master, userId });
    const mine = await workspace();
    await use(await setStage(db, { mine, contextOf, writtenRows: await countWrittenRows(sql) }));
  },
});

describe("a verb of the domain asks the table, whatever has called it", () => {
  test("on what is the platform's", async ({ stage }) => {
    const { adminId: userId, world } = stage;
    const persons = (["owner", "admin", "agent", "operator"] as const).map((type) =>
      somebody([type], userId, { type, userId }),
    );
    const others = (["requester", "meta", "system"] as const).map((type) =>
      somebody([type], newId(), { type }),
    );
    const verbs = operatorVerbs(world);
    expect(await refusedAsWritten(stage, verbs, [...persons, ...others])).toEqual([]);
    expect(await letAsWritten(stage, verbs, [...persons, ...others])).toEqual([]);
  });

  test("on what is a workspace's, by the role that there is and not by what it is told", async ({
    stage,
  }) => {
    const { mine, theirs, adminId, world } = stage;
    const everybody = [
      somebody(["owner"], mine.ownerId),
      somebody(["admin"], adminId),
      { ...somebody(["agent"], mine.agentId), agentsDelete: false },
      somebody(["agent", "agent_where_allowed"], mine.agentId),
      somebody([], theirs.ownerId),
      somebody([], newId(), { type: "operator", userId: newId() }),
      somebody([], newId(), { type: "requester" }),
    ];
    const verbs = teamVerbs(world);
    expect(await refusedAsWritten(stage, verbs, everybody)).toEqual([]);
    expect(await letAsWritten(stage, verbs, everybody)).toEqual([]);
  });
});

function somebody(is: string[], userId: string, actor: Actor = { type: "owner", userId }): Who {
  return { is, userId, actor, agentsDelete: true };
}

/** What differs from the table where it lets somebody not: one who is not refused, a row that is written. */
async function refusedAsWritten(stage: Stage, verbs: Verbs, everybody: Who[]): Promise<string[]> {
  const before = await fingerprintAll(stage.db);
  const wrong: string[] = [];
  for (const { act, verb, who } of casesOf(verbs, everybody, false)) {
    await stage.letAgentsDelete(who.agentsDelete);
    const writtenBefore = await stage.writtenRows();
    const outcome = await outcomeOf(verb(stage.contextOf(who)));
    if (!isRefusal(outcome)) wrong.push(`${who.is} ${who.actor.type}: ${act} is ${outcome}`);
    const written = (await stage.writtenRows()) - writtenBefore;
    if (written !== 0) wrong.push(`${who.is} ${who.actor.type}: ${act} writes ${written} rows`);
  }
  await stage.letAgentsDelete(true);
  const after = await fingerprintAll(stage.db);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  return [...wrong, ...changed.map((table) => `${table} is not as it was`)];
}

/** What differs from the table where it lets somebody: one who is refused. Each is taken back. */
async function letAsWritten(stage: Stage, verbs: Verbs, everybody: Who[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { act, verb, who } of casesOf(verbs, everybody, true)) {
    await stage.letAgentsDelete(who.agentsDelete);
    let outcome = "";
    const takenBack = stage.db.transaction(async (tx) => {
      outcome = await outcomeOf(verb({ ...stage.contextOf(who), db: tx }));
      tx.rollback();
    });
    await expect(takenBack).rejects.toThrowError("Rollback");
    const isWrong = isRefusal(outcome) || outcome.startsWith("failed");
    if (isWrong) wrong.push(`${who.is} ${who.actor.type}: ${act} is ${outcome}`);
  }
  return wrong;
}

function casesOf(verbs: Verbs, everybody: Who[], isLet: boolean) {
  const cases: { act: OperatorAct | TeamAct; verb: Verb; who: Who }[] = [];
  for (const [name, those] of Object.entries(verbs)) {
    const act = isAct(name) ? name : expect.unreachable();
    for (const who of everybody) {
      if (acts[act].may.some((one) => who.is.includes(one)) !== isLet) continue;
      cases.push(...those.map((verb) => ({ act, verb, who })));
    }
  }
  return cases;
}

function isAct(name: string): name is OperatorAct | TeamAct {
  return name in acts;
}

function isRefusal(outcome: string): boolean {
  return outcome === "not_authorised" || outcome === "owners_only";
}

async function outcomeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "done";
  } catch (error) {
    if (error instanceof ErasureError || error instanceof TeamError) return error.code;
    return `failed: ${error}`;
  }
}

/** A workspace with a whole team, its neighbour; a request and a mail. */
async function setStage(
  db: Db,
  {
    mine,
    ...rest
  }: {
    mine: Awaited<ReturnType<typeof createWorkspace>>;
    contextOf: (who: Who) => Context;
    writtenRows: () => Promise<number>;
  },
) {
  const theirs = await createWorkspace(db);
  const [adminId, inboundMailId] = [newId(), newId()];
  await db.insert(users).values({ id: adminId, name: "Admin", email: "admin@customer.test" });
  await db.insert(memberships).values({ workspaceId: mine.id, userId: adminId, role: "admin" });
  const ctx = rest.contextOf(somebody([], adminId, { type: "requester" }));
  const form = { requester: "workspace_admin", concern: "account", statement: true } as const;
  await openFormRequest(ctx, { ...form, email: "asking@customer.test" });
  const [request] = await db.select({ id: erasureRequests.id }).from(erasureRequests);
  await db
    .insert(inboundMails)
    .values({ id: inboundMailId, providerId: "given", sealed: null, receivedAt: ctx.now() });
  const [agent] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, mine.id), eq(memberships.userId, mine.agentId)));
  const world = {
    ids: await theirIdsOf(ctx, mine),
    agentMemberId: agent?.id ?? "",
    accountId: mine.agentId,
    requestId: request?.id ?? "",
    inboundMailId,
  };
  const letAgentsDelete = async (isAllowed: boolean) => {
    await db
      .update(workspaces)
      .set({ agentsDeleteContacts: isAllowed })
      .where(eq(workspaces.id, mine.id));
  };
  return { ...rest, db, mine, theirs, adminId, world, letAgentsDelete };
}
