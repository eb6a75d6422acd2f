import { problem } from "@/app/api/problem";
import { currentUser, membershipOf } from "@/lib/auth";
import { roleMay } from "@/lib/authorization/role-may";
import { openAttachment } from "@/lib/crm/open-attachment";
import { rowIdOf } from "@/lib/crm/row-id-of";
import { filesContext } from "@/lib/files-context";
import { safely } from "@/lib/safely";
import { answerMedia } from "./answer-media";

export const dynamic = "force-dynamic";

type MediaRoute = { params: Promise<{ workspace: string; attachment: string }> };

/**
 * What came with a message, decrypted as it streams, for members of its workspace alone.
 *
 * Everybody else, and whoever comes after an erasure, gets the same 404.
 */
export async function GET(_request: Request, { params }: MediaRoute): Promise<Response> {
  const { workspace, attachment } = await params;
  const user = await currentUser();
  const membership = user && (await membershipOf(user.id, workspace));
  const attachmentId = rowIdOf(attachment);
  if (!membership || !roleMay("read_workspace", membership.role)) return nothingHere();
  if (attachmentId === undefined) return nothingHere();

  const { workspaceId } = membership;
  const opened = await safely("/[workspace]/media/[attachment]", () =>
    openAttachment(filesContext(), { workspaceId, attachmentId }),
  );
  return opened === null ? nothingHere() : answerMedia(opened);
}

function nothingHere(): Response {
  return problem(404, "not_found", "There is nothing at this address.");
}
