import { readReceipt } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { signedReceipt } from "@/lib/receipts";
import { safely } from "@/lib/safely";
import { answering } from "../../../answering";
import { found } from "../../../found";
import { problem } from "../../../problem";

export const dynamic = "force-dynamic";

type ReceiptContext = { params: Promise<{ code: string }> };

const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

/**
 * The signed receipt of a completed request, for whoever holds its code: a compact JWS, the same each
 * time. With `?as=json`, a file that shows what was signed beside the signature.
 *
 * A code that is unknown and one that cannot exist are answered alike; a request that is not
 * completed is a 409.
 */
export const GET = answering(async (request, { params }: ReceiptContext) => {
  const { code } = await params;
  const receipt = await safely("/api/data-deletion/[code]/receipt", () =>
    found(request, () => readReceipt(erasureContext({ type: "requester" }), code)),
  );
  if (receipt instanceof Response) return receipt;
  if (receipt.jws === null) {
    return problem(409, "not_completed", "A receipt is given once the erasure is completed.");
  }
  const name = `deletion-receipt-${code}`;
  return new URL(request.url).searchParams.get("as") === "json"
    ? file(
        `${JSON.stringify({ receipt: signedReceipt(receipt.jws), signed: receipt.jws }, null, 2)}\n`,
        { type: "application/json", name: `${name}.json` },
      )
    : file(receipt.jws, { type: "application/jose", name: `${name}.jws` });
});

function file(body: string, { type, name }: { type: string; name: string }): Response {
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
