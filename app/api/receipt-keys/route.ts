import { database } from "@/lib/database";
import { publishedKeys } from "@/lib/receipts";
import { safely } from "@/lib/safely";
import { answering } from "../answering";

export const dynamic = "force-dynamic";

/** `/.well-known/jwks.json`: the public keys of receipts, the one in use and those before it, as a JWK set (RFC 7517). */
export const GET = answering(async () => {
  const keys = await safely("/.well-known/jwks.json", () => publishedKeys(database().db));
  return Response.json(keys, {
    headers: {
      "Content-Type": "application/jwk-set+json",
      "Cache-Control": "public, max-age=300",
      // Anybody may check a receipt, on any page.
      "Access-Control-Allow-Origin": "*",
    },
  });
});
