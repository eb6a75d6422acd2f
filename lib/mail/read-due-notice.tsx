import { and, asc, eq, inArray } from "drizzle-orm";
import { createTranslator } from "next-intl";
import { dueMarks, dueNotices, erasureRequests, users, workspaces } from "@/db/schema";
import AnswersDue from "@/emails/answers-due";
import RequestsDue from "@/emails/requests-due";
import { intlSettings } from "@/lib/i18n/intl-settings";
import { policyProfile } from "@/lib/policy/policy-profile";
import type { Notice } from "./notice";
import type { NoticeContext } from "./notice-context";
import { offeredLanguage } from "./offered-language";

/** Within the provider's memory of idempotency keys; the next mark has a mail of its own. */
const usefulMilliseconds = 23 * 60 * 60 * 1000;

/** The mail of what is due; null once it is settled, or whoever it was for is not there any more. */
export async function readDueNotice(ctx: NoticeContext, id: string): Promise<Notice | null> {
  const isThis = and(eq(dueNotices.id, id), eq(dueNotices.state, "queued"));
  const [owed] = await ctx.db.select().from(dueNotices).where(isThis);
  if (owed === undefined) return null;
  const items = await itemsOf(ctx, owed.batchId);
  const settle = {
    usefulUntil: new Date(owed.queuedAt.getTime() + usefulMilliseconds),
    async record(state: "sent" | "failed") {
      await ctx.db.update(dueNotices).set({ state, settledAt: ctx.now() }).where(isThis);
    },
  };
  const written =
    owed.userId === null || owed.controllerId === null
      ? toOperators(ctx, items)
      : await toAdministrator(ctx, items, owed.userId, owed.controllerId);
  if (written !== null) return { ...written, ...settle };
  await settle.record("failed");
  return null;
}

type Written = Pick<Notice, "to" | "language" | "subject" | "template">;
type Item = Awaited<ReturnType<typeof itemsOf>>[number];

function toOperators(ctx: NoticeContext, items: Item[]): Written {
  const profile = policyProfile(ctx.rules.profile);
  const { company } = profile;
  const language = offeredLanguage(profile, null);
  const t = createTranslator({ ...intlSettings(language), namespace: "mails.due.operators" });
  return {
    to: company.privacyEmail,
    language,
    subject: t("subject", { count: items.length }),
    template: (
      <RequestsDue
        sender={{ company: company.name, privacyEmail: company.privacyEmail }}
        items={items}
        queueUrl={new URL("/operator/requests", ctx.appUrl).href}
      />
    ),
  };
}

async function toAdministrator(
  ctx: NoticeContext,
  items: Item[],
  userId: string,
  controllerId: string,
): Promise<Written | null> {
  const people = await ctx.db.select().from(users).where(eq(users.id, userId));
  const places = await ctx.db.select().from(workspaces).where(eq(workspaces.id, controllerId));
  const [person, workspace, first] = [people[0], places[0], items[0]];
  if (person === undefined || workspace === undefined || first === undefined) return null;
  const profile = policyProfile(ctx.rules.profile);
  const { company } = profile;
  const language = offeredLanguage(profile, person.locale);
  const t = createTranslator({ ...intlSettings(language), namespace: "mails.due.controllers" });
  return {
    to: person.email,
    language,
    subject: t("subject"),
    template: (
      <AnswersDue
        sender={{ company: company.name, privacyEmail: company.privacyEmail }}
        workspaceName={workspace.name}
        count={items.length}
        dueAt={first.dueAt}
        isLate={first.mark === "late"}
        tasksUrl={new URL(`/${workspace.slug}/privacy-requests`, ctx.appUrl).href}
      />
    ),
  };
}

/** What a batch tells of, the oldest deadline first. */
async function itemsOf({ db }: NoticeContext, batchId: string) {
  const marks = await db
    .select()
    .from(dueMarks)
    .where(eq(dueMarks.batchId, batchId))
    .orderBy(asc(dueMarks.dueAt), asc(dueMarks.itemId));
  const codes = await db
    .select({ id: erasureRequests.id, code: erasureRequests.confirmationCode })
    .from(erasureRequests)
    .where(
      inArray(
        erasureRequests.id,
        marks.map(({ requestId }) => requestId),
      ),
    );
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
  return marks.flatMap(({ itemId, requestId, mark, dueAt }) => {
    const code = codeOf.get(requestId);
    if (code === undefined) return [];
    return [{ code, mark, dueAt, isTask: itemId !== requestId }];
  });
}
