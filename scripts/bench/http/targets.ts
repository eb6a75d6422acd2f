import { randomUUID } from "node:crypto";
import type { Options } from "autocannon";
import postgres from "postgres";
import { createSignedRequest } from "@/lib/meta";
import { sendMetaCallback } from "../../meta-send-callback";
import { signedDelivery } from "../delivery-of";
import { formPost } from "./form-post";
import type { HttpServers } from "./start-servers";

/** What is asked for, and of which of the two servers. */
export type Target = {
  name:
    | "bare GET"
    | "bare POST"
    | "callback"
    | "status"
    | "status page"
    | "policy page"
    | "form"
    | "ingest";
  server: "app" | "bare";
  requests: Options["requests"];
};

const urlencoded = { "content-type": "application/x-www-form-urlencoded" };

/** Every request that changes something is about somebody else than the last. */
export async function httpTargets(servers: HttpServers): Promise<Target[]> {
  const code = await openRequest(servers);
  const form = await formPost(`${servers.app.url}/data-deletion`);
  const phoneNumberId = await aPhoneNumber(servers.databaseUrl);
  const get = (path: string) => [{ method: "GET", path }];
  const post = (path: string, headers: Record<string, string>, body: () => string) => [
    {
      method: "POST",
      path,
      headers,
      setupRequest: (request: object) => ({ ...request, body: body() }),
    },
  ];
  return [
    { name: "bare GET", server: "bare", requests: get("/") },
    { name: "bare POST", server: "bare", requests: post("/", urlencoded, callbackOf(servers)) },
    {
      name: "callback",
      server: "app",
      requests: post("/api/meta/data-deletion", urlencoded, callbackOf(servers)),
    },
    { name: "status", server: "app", requests: get(`/api/data-deletion/${code}`) },
    { name: "status page", server: "app", requests: get(`/data-deletion/status/${code}`) },
    { name: "policy page", server: "app", requests: get("/data-deletion") },
    {
      name: "form",
      server: "app",
      requests: post("/data-deletion", form.headers, () =>
        form.body(`${randomUUID()}@bench.example`),
      ),
    },
    { name: "ingest", server: "app", requests: deliveries(servers.whatsappSecret, phoneNumberId) },
  ];
}

function callbackOf({ metaSecret }: HttpServers): () => string {
  return () => {
    const user = { userId: `${BigInt(`0x${randomUUID().slice(0, 13).replaceAll("-", "")}`)}` };
    const signed = createSignedRequest({ ...user, issuedAt: new Date() }, metaSecret);
    return new URLSearchParams({ signed_request: signed }).toString();
  };
}

async function openRequest({ app, metaSecret }: HttpServers): Promise<string> {
  const target = { appUrl: app.url, secret: metaSecret };
  const answer = await sendMetaCallback(target, {
    path: "/api/meta/data-deletion",
    user: "770011",
  });
  const { confirmation_code: code }: { confirmation_code?: unknown } = JSON.parse(answer.body);
  if (typeof code !== "string") throw new Error(`No code, but ${answer.status} ${answer.body}`);
  return code;
}

/** One message of one customer each, signed as Meta does it. */
function deliveries(secret: string, phoneNumberId: string): Target["requests"] {
  return [
    {
      method: "POST",
      path: "/api/webhooks/whatsapp",
      setupRequest(request) {
        const from = `4917${Math.floor(Math.random() * 1e9)}`;
        const id = `wamid.${randomUUID()}`;
        return { ...request, ...signedDelivery({ phoneNumberId, from, id }, secret) };
      },
    },
  ];
}

async function aPhoneNumber(databaseUrl: string): Promise<string> {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    const [row] = await sql<{ id: string }[]>`
      select phone_number_id as id from channel_connections
      where phone_number_id is not null and state = 'connected' limit 1`;
    if (row === undefined) throw new Error("The seed has no WhatsApp number.");
    return row.id;
  } finally {
    await sql.end();
  }
}
