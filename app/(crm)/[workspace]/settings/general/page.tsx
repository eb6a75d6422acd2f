import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AskElsewhere } from "@/components/crm/ask-elsewhere";
import { DangerZone } from "@/components/crm/danger-zone";
import { WorkspaceDetails } from "@/components/crm/workspace-details";
import { DeleteWorkspaceDialog } from "@/components/erasure/delete-workspace-dialog";
import { formatSpan } from "@/components/ui/format-span";
import { PageHeader } from "@/components/ui/page-header";
import { findWorkspaceErasure } from "@/lib/crm/find-workspace-erasure";
import { hasWhatsApp } from "@/lib/crm/has-whatsapp";
import { listAdministrators } from "@/lib/crm/list-administrators";
import { readWorkspace } from "@/lib/crm/read-workspace";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { policyProfile } from "@/lib/policy/policy-profile";
import { safely } from "@/lib/safely";
import { requireMembership } from "../../require-membership";
import { deleteWorkspace } from "./delete-workspace";
import { previewDeletion } from "./preview-deletion";

export const metadata: Metadata = { title: "General settings" };

type GeneralSettingsPageProps = { params: Promise<{ workspace: string }> };

export default async function GeneralSettingsPage({ params }: GeneralSettingsPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  const [workspace, erasure, administrators, isOnWhatsApp] = await safely(
    "/[workspace]/settings/general",
    () => {
      const { db } = database();
      return Promise.all([
        readWorkspace(db, membership.workspaceId),
        findWorkspaceErasure(db, membership.workspaceId),
        listAdministrators(db, membership.workspaceId),
        hasWhatsApp(db, membership.workspaceId),
      ]);
    },
  );
  if (workspace === null) notFound();

  const profile = policyProfile(env().POLICY_PROFILE);
  const { id, slug, name } = workspace;

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-12 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader title="General" lead="What this workspace is, and whose." />
      <WorkspaceDetails workspace={workspace} />
      <DangerZone
        isAdministrator={membership.role !== "agent"}
        administrators={administrators}
        erasure={erasure}
        action={
          !profile.channels.includes("workspace_settings") ? (
            <AskElsewhere privacyEmail={profile.company.privacyEmail} />
          ) : (
            <DeleteWorkspaceDialog
              workspace={{ id, slug, name }}
              terms={{
                grace: profile.graceDays === 0 ? null : formatSpan(profile.graceDays, "day"),
                takesMemberAccounts: profile.erasesMembersWithoutWorkspace,
                hasWhatsApp: isOnWhatsApp,
                privacyEmail: profile.company.privacyEmail,
              }}
              previewDeletion={previewDeletion}
              deleteWorkspace={deleteWorkspace}
            />
          )
        }
      />
    </div>
  );
}
