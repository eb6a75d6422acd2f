import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgentsDeletion } from "@/components/contacts/deletion/agents-deletion";
import { DangerZone } from "@/components/crm/danger-zone";
import { WorkspaceDetails } from "@/components/crm/workspace-details";
import { PageHeader } from "@/components/ui/page-header";
import { roleMay } from "@/lib/authorization/role-may";
import { findOpenErasure } from "@/lib/crm/find-open-erasure";
import { hasWhatsApp } from "@/lib/crm/has-whatsapp";
import { listAdministrators } from "@/lib/crm/list-administrators";
import { readWorkspace } from "@/lib/crm/read-workspace";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { policyProfile } from "@/lib/policy/policy-profile";
import { safely } from "@/lib/safely";
import { requireMembership } from "../../require-membership";
import { DeleteWorkspace } from "./delete-workspace-button";
import { letAgentsDelete } from "./let-agents-delete";

export const metadata: Metadata = { title: "General settings" };

type GeneralSettingsPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ step?: string | string[] }>;
};

/** What a workspace is, and where it ends. `step=delete` opens what a script opens in a dialog. */
export default async function GeneralSettingsPage(props: GeneralSettingsPageProps) {
  const { params, searchParams } = props;
  const { step } = await searchParams;
  const { membership } = await requireMembership((await params).workspace);
  const [workspace, erasure, administrators, isOnWhatsApp] = await safely(
    "/[workspace]/settings/general",
    () => {
      const { db } = database();
      return Promise.all([
        readWorkspace(db, membership.workspaceId),
        findOpenErasure(db, "workspace", membership.workspaceId),
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
      {roleMay("let_agents_erase", membership.role) && (
        <AgentsDeletion
          workspaceId={id}
          isAllowed={workspace.agentsDeleteContacts}
          letAgentsDelete={letAgentsDelete}
        />
      )}
      <DangerZone
        mayDelete={roleMay("erase_workspace", membership.role)}
        administrators={administrators}
        erasure={erasure}
        action={
          <DeleteWorkspace
            workspace={{ id, slug, name }}
            hasWhatsApp={isOnWhatsApp}
            profile={profile}
            isOpen={step === "delete"}
          />
        }
      />
    </div>
  );
}
