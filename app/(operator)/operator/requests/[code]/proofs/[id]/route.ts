import { z } from "zod";
import { currentUser } from "@/lib/auth";
import { userMay } from "@/lib/authorization/user-may";
import { byteStream } from "@/lib/byte-stream";
import { readCase, recordProofOpened } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { openObject } from "@/lib/files";
import { filesContext } from "@/lib/files-context";
import { safely } from "@/lib/safely";

export const dynamic = "force-dynamic";

type ProofContext = { params: Promise<{ code: string; id: string }> };

const nothing = () => new Response(null, { status: 404 });

/**
 * Hands a proof to an operator, decrypted as it streams, to be saved and not shown: a stranger made
 * it. That it was opened is written down first. Who is no operator finds nothing here.
 */
export async function GET(_request: Request, { params }: ProofContext): Promise<Response> {
  const user = await currentUser();
  if (!userMay("open_request", user)) return nothing();
  const { code, id } = await params;
  if (!z.uuid().safeParse(id).success) return nothing();
  const ctx = erasureContext({ type: "operator", userId: user.id });
  const opened = await safely("/operator/requests/[code]/proofs/[id]", async () => {
    const request = await readCase(ctx, code);
    if (request === null) return null;
    const file = await openObject(filesContext(), { requestId: request.id, id });
    if (file !== null) await recordProofOpened(ctx, request.id);
    return file;
  });
  if (opened === null) return nothing();

  return new Response(byteStream(opened.body), {
    headers: {
      "Content-Type": opened.mimeType,
      "Content-Disposition": 'attachment; filename="proof"',
      "Content-Security-Policy": "sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
