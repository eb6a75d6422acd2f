import { and, eq } from "drizzle-orm";
import { createTranslator } from "next-intl";
import { users, workspaceExports, workspaces } from "@/db/schema";
import ExportOver from "@/emails/export-over";
import { exportLink } from "@/lib/exports/export-link";
import { intlSettings } from "@/lib/i18n/intl-settings";
import { policyProfile } from "@/lib/policy/policy-profile";
import type { Notice } from "./notice";
import type { NoticeContext } from "./notice-context";
import { offeredLanguage } from "./offered-language";

/** The mail that an export has ended; null once it is settled, deleted, or nobody is there to read it. */
export async function readExportNotice(
  ctx: NoticeContext,
  { id, workspaceId }: { id: string; workspaceId: string },
): Promise<Notice | null> {
  const isThis = and(eq(workspaceExports.workspaceId, workspaceId), eq(workspaceExports.id, id));
  const [owed] = await ctx.db
    .select({ row: workspaceExports, workspace: workspaces, to: users.email, locale: users.locale })
    .from(workspaceExports)
    .innerJoin(workspaces, eq(workspaces.id, workspaceExports.workspaceId))
    .innerJoin(users, eq(users.id, workspaceExports.requestedByUserId))
    .where(and(isThis, eq(workspaceExports.mailState, "queued"), eq(workspaces.state, "active")));
  if (owed === undefined || owed.row.expiresAt === null) return null;
  const { row, workspace } = owed;
  const until = row.state === "ready" ? row.expiresAt : null;
  const profile = policyProfile(ctx.rules.profile);
  const { company } = profile;
  const language = offeredLanguage(profile, owed.locale);
  const t = createTranslator({ ...intlSettings(language), namespace: "mails.export" });
  const path =
    until === null
      ? `/${workspace.slug}/settings/backups`
      : exportLink(ctx.vault, { slug: workspace.slug, workspaceId, exportId: id, until });

  return {
    to: owed.to,
    language,
    subject: t(until === null ? "failed.subject" : "ready.subject"),
    template: (
      <ExportOver
        sender={{ company: company.name, privacyEmail: company.privacyEmail }}
        workspaceName={workspace.name}
        url={new URL(path, ctx.appUrl).href}
        until={until}
        deletion={deletionOf(row)}
      />
    ),
    usefulUntil: owed.row.expiresAt,
    async record(mailState) {
      await ctx.db.update(workspaceExports).set({ mailState }).where(isThis);
    },
  };
}

function deletionOf({
  erasesWorkspace,
  erasureRefusal,
  state,
}: typeof workspaceExports.$inferSelect) {
  if (!erasesWorkspace) return null;
  return state === "ready" && erasureRefusal === null ? "scheduled" : "not_started";
}
