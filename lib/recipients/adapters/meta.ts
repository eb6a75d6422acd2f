import {
  connectionsOf,
  groupOf,
  isSharedWithOthers,
  metaKinds,
  whatsAppConnectionsOf,
} from "../connections";
import { mediaPages } from "../media-pages";
import type { PlannedCall, PlanScope, Recipient } from "../recipient";
import { templatePages } from "../template-pages";
import { tokenOf } from "../token-of";
import { callGraph, goneUnregistered, goneWithToken, graphOutcome } from "./graph";
import { permissionsToRevoke } from "./meta-permissions";

/** The order within a connection; permissions last, since that kills the token the others need. */
const stages = {
  unsubscribe: 0,
  delete_media: 1,
  delete_template: 2,
  deregister: 3,
  revoke_permissions: 4,
} as const;

/**
 * Meta, for WhatsApp and for what a Meta login permitted (Graph API): webhooks, media, and where the
 * owner chose so templates (their names stay blocked for 30 days) and the number; then permissions.
 */
export function meta(graphUrl: string): Recipient {
  return {
    name: "meta",
    async *plan(scope) {
      yield* webhooks(scope);
      yield* media(scope);
      yield* whatIsChosen(scope);
      yield* permissions(scope);
    },
    acts: {
      unsubscribe: async (http, { token = "" }, wabaId) => {
        const call = { method: "DELETE", token, path: [wabaId, "subscribed_apps"] } as const;
        return graphOutcome(await callGraph(http, graphUrl, call), goneWithToken);
      },
      delete_media: async (http, { token = "", phoneNumberId = "" }, mediaId) => {
        const query = { phone_number_id: phoneNumberId };
        const call = { method: "DELETE", token, path: [mediaId], query } as const;
        return graphOutcome(await callGraph(http, graphUrl, call), []);
      },
      delete_template: async (http, { token = "", wabaId = "" }, name) => {
        const path = [wabaId, "message_templates"];
        const call = { method: "DELETE", token, path, query: { name } } as const;
        return graphOutcome(await callGraph(http, graphUrl, call), []);
      },
      deregister: async (http, { token = "" }, phoneNumberId) => {
        const call = { method: "POST", token, path: [phoneNumberId, "deregister"] } as const;
        return graphOutcome(await callGraph(http, graphUrl, call), goneUnregistered);
      },
      revoke_permissions: async (http, { token = "" }, metaUserId) => {
        const call = { method: "DELETE", token, path: [metaUserId, "permissions"] } as const;
        return graphOutcome(await callGraph(http, graphUrl, call), goneWithToken);
      },
    },
  };
}

async function* webhooks(scope: PlanScope): AsyncIterable<PlannedCall> {
  for (const connection of await connectionsOf(scope, ["whatsapp"])) {
    if (connection.wabaId === null) continue;
    if (await isSharedWithOthers(scope, connection, "wabaId")) continue;
    yield {
      act: "unsubscribe",
      chain: connection.id,
      group: groupOf(connection),
      stage: stages.unsubscribe,
      targets: [connection.wabaId],
      secret: await tokenOf(scope, connection),
    };
  }
}

async function* media(scope: PlanScope): AsyncIterable<PlannedCall> {
  for (const connection of await whatsAppConnectionsOf(scope)) {
    const { id, phoneNumberId } = connection;
    for await (const targets of mediaPages(scope, connection)) {
      yield {
        act: "delete_media",
        chain: id,
        group: groupOf(connection),
        stage: stages.delete_media,
        targets,
        secret: await tokenOf(scope, connection, { phoneNumberId: phoneNumberId ?? "" }),
      };
    }
  }
}

/** Templates and the number are the customer's, so they go only where its owner says so. */
async function* whatIsChosen(scope: PlanScope): AsyncIterable<PlannedCall> {
  const { choices, subject } = scope;
  if (subject.kind !== "workspace") return;
  for (const connection of await connectionsOf(scope, ["whatsapp"])) {
    const { id: chain, wabaId, phoneNumberId } = connection;
    const group = groupOf(connection);
    if (choices.deleteTemplates && wabaId !== null) {
      for await (const targets of templatePages(scope, connection)) {
        const secret = await tokenOf(scope, connection, { wabaId });
        yield {
          act: "delete_template",
          chain,
          group,
          stage: stages.delete_template,
          targets,
          secret,
        };
      }
    }
    if (!choices.deregisterNumber || phoneNumberId === null) continue;
    if (await isSharedWithOthers(scope, connection, "phoneNumberId")) continue;
    yield {
      act: "deregister",
      chain,
      group,
      stage: stages.deregister,
      targets: [phoneNumberId],
      secret: await tokenOf(scope, connection),
    };
  }
}

/** The chain is the whole group's: it waits for every connection that the login authorised. */
async function* permissions(scope: PlanScope): AsyncIterable<PlannedCall> {
  const connections = await connectionsOf(scope, metaKinds);
  for (const { userId, metaUserId, connection } of await permissionsToRevoke(scope, connections)) {
    yield {
      act: "revoke_permissions",
      chain: userId,
      group: userId,
      stage: stages.revoke_permissions,
      targets: [metaUserId],
      secret: await tokenOf(scope, connection),
    };
  }
}
