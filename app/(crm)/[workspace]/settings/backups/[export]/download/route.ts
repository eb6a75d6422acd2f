import { redirect } from "next/navigation";
import { problem } from "@/app/api/problem";
import { currentUser, membershipOf } from "@/lib/auth";
import { roleMay } from "@/lib/authorization/role-may";
import { rowIdOf } from "@/lib/crm/row-id-of";
import { openExport } from "@/lib/exports/open-export";
import { safely } from "@/lib/safely";
import { zipAnswer } from "../../../../../zip-answer";
import { exportContext } from "../../export-context";

export const dynamic = "force-dynamic";

type DownloadRoute = { params: Promise<{ workspace: string; export: string }> };

/**
 * An export's file, by its signed link, for owners and admins of its workspace alone.
 *
 * Who is not signed in is asked to sign in first. Everybody else, and whoever comes too late, gets the
 * same 404. No cache keeps it.
 */
export async function GET(request: Request, { params }: DownloadRoute): Promise<Response> {
  const { workspace, export: exportParam } = await params;
  const { pathname, search, searchParams } = new URL(request.url);
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  const membership = await membershipOf(user.id, workspace);
  const exportId = rowIdOf(exportParam);
  if (!membership || !roleMay("read_exports", membership.role)) return nothingHere();
  if (exportId === undefined) return nothingHere();

  const { workspaceId, slug } = membership;
  const link = {
    until: Number(searchParams.get("until")),
    signature: searchParams.get("signature") ?? "",
  };
  const opened = await safely("/[workspace]/settings/backups/[export]/download", () =>
    openExport(exportContext(user.id), { workspaceId, exportId, ...link }),
  );
  if (opened === null) return nothingHere();
  return zipAnswer(opened.body, `${slug}.zip`, opened.sizeBytes);
}

function nothingHere(): Response {
  return problem(404, "not_found", "There is nothing at this address.");
}
