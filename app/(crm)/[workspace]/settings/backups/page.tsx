import type { Metadata } from "next";
import { ExportList } from "@/components/exports/export-list";
import { exportMessages } from "@/components/exports/messages/export-messages";
import { StartExportForm } from "@/components/exports/start-export-form";
import { PageHeader } from "@/components/ui/page-header";
import { roleMay } from "@/lib/authorization/role-may";
import { listExports } from "@/lib/exports/list-exports";
import { safely } from "@/lib/safely";
import { requireMembership } from "../../require-membership";
import { endExport } from "./end-export";
import { exportContext } from "./export-context";
import { startExport } from "./start-export";

export const metadata: Metadata = { title: exportMessages.title };

type BackupsPageProps = { params: Promise<{ workspace: string }> };

/** The exports of a workspace, for its owners and admins. */
export default async function BackupsPage({ params }: BackupsPageProps) {
  const { user, membership } = await requireMembership((await params).workspace);
  const { workspaceId, slug, role } = membership;
  const mayStart = roleMay("start_export", role);
  const exports = await safely("/[workspace]/settings/backups", async () =>
    roleMay("read_exports", role)
      ? await listExports(exportContext(user.id), { workspaceId, slug })
      : [],
  );
  const { title, text, onlyAdministrators } = exportMessages.start;

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-12 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader title={exportMessages.title} lead={exportMessages.lead} />
      {mayStart ? (
        <>
          <section aria-labelledby="start" className="grid gap-3">
            <h2 id="start" className="font-semibold text-lg">
              {title}
            </h2>
            <p className="text-ink-muted">{text}</p>
            <StartExportForm workspaceId={workspaceId} startExport={startExport} />
          </section>
          <ExportList workspaceId={workspaceId} exports={exports} endExport={endExport} />
        </>
      ) : (
        <p className="text-ink-muted">{onlyAdministrators}</p>
      )}
    </div>
  );
}
