import { createHmac } from "node:crypto";

/** Signs a callback as Meta does, for tests and for playing Meta against a running app. */
export function createSignedRequest(
  { userId, issuedAt }: { userId: string; issuedAt: Date },
  secret: string,
): string {
  const payload = Buffer.from(
    JSON.stringify({
      algorithm: "HMAC-SHA256",
      issued_at: Math.floor(issuedAt.getTime() / 1000),
      user_id: userId,
    }),
  ).toString("base64url");
  const signature = createHmac("sha256", secret).update(payload).digest("base64url");

  return `${signature}.${payload}`;
}
