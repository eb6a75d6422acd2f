import type { Connection } from "./connections";
import type { CallSecret, PlanScope } from "./recipient";

/** A connection's token, in the clear for the moment, with whatever else its calls need. */
export async function tokenOf(
  { tx, secrets }: PlanScope,
  { workspaceId, id, accessToken }: Connection,
  more: CallSecret = {},
): Promise<CallSecret | { failed: string }> {
  if (accessToken === null) return { failed: "no_credentials" };
  const token = await secrets.open(tx, {
    workspaceId,
    ciphertext: accessToken,
    context: `channel_connections ${id} access_token`,
  });
  return token === null ? { failed: "credentials_unreadable" } : { ...more, token };
}
