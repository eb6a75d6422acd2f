import { connectionsOf, groupOf, isSharedWithOthers } from "../connections";
import type { Recipient } from "../recipient";
import { tokenOf } from "../token-of";
import { callGraph, goneWithToken, graphOutcome } from "./graph";

/** The webhooks of a Messenger page or an Instagram account (Graph API). */
export function pages(kind: "instagram" | "messenger", graphUrl: string): Recipient {
  return {
    name: kind,
    async *plan(scope) {
      for (const connection of await connectionsOf(scope, [kind])) {
        if (connection.externalAccountId === null) continue;
        if (await isSharedWithOthers(scope, connection, "externalAccountId")) continue;
        yield {
          act: "unsubscribe",
          chain: connection.id,
          group: groupOf(connection),
          stage: 0,
          targets: [connection.externalAccountId],
          secret: await tokenOf(scope, connection),
        };
      }
    },
    acts: {
      unsubscribe: async (http, { token = "" }, accountId) => {
        const call = { method: "DELETE", token, path: [accountId, "subscribed_apps"] } as const;
        return graphOutcome(await callGraph(http, graphUrl, call), goneWithToken);
      },
    },
  };
}
