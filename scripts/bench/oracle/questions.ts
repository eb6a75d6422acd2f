import { signWebhook } from "@/lib/inbound";
import { createSignedRequest } from "@/lib/meta";
import { signedDelivery } from "../delivery-of";
import { credentialsPost } from "../http/credentials-post";
import { formPost } from "../http/form-post";
import type { HttpServers } from "../http/start-servers";
import type { Ask } from "./ask";
import { people } from "./known-people";

/** Something that may be asked about somebody known and about somebody who is not. */
export type Question = {
  name: string;
  known: (at: number) => Ask;
  unknown: (at: number) => Ask;
  /** Only who has the secret can ask; what they learn by waiting they have been told before. */
  isSigned?: boolean;
};

type Asked = { servers: HttpServers; phoneNumberId: string; webhookSecret: string };

/** @param count after so many, the next begin that were asked before. */
export async function questions(
  { servers, phoneNumberId, webhookSecret }: Asked,
  count: number,
): Promise<Question[]> {
  const { app, metaSecret, whatsappSecret } = servers;
  const form = await formPost(`${app.url}/data-deletion`);
  const credentials = await credentialsPost(app.url);
  const signIn = (email: string): Ask => ({
    path: credentials.path,
    init: credentials.init({ email, password: "the wrong one" }),
    own: [email],
  });
  const asks = (email: string): Ask => ({
    path: "/data-deletion",
    init: { method: "POST", headers: form.headers, body: form.body(email) },
    own: [email],
  });
  const meta =
    (path: string) =>
    (userId: string): Ask => ({
      path,
      init: {
        method: "POST",
        body: new URLSearchParams({
          signed_request: createSignedRequest({ userId, issuedAt: new Date() }, metaSecret),
        }),
      },
    });
  const [deletion, deauthorize] = [meta("/api/meta/data-deletion"), meta("/api/meta/deauthorize")];
  const delivery = (secret: string, from: string, id: string): Ask => ({
    path: "/api/webhooks/whatsapp",
    init: { method: "POST", ...signedDelivery({ phoneNumberId, from, id }, secret) },
  });
  const codeOf = async (ask: Ask) => {
    const response = await fetch(new URL(ask.path, app.url), ask.init);
    const { confirmation_code: code }: { confirmation_code: string } = await response.json();
    return code;
  };
  const [knownCode, unknownCode] = [
    await codeOf(deletion(people.knownMetaId(count))),
    await codeOf(deletion(people.unknownMetaId(count))),
  ];
  return [
    {
      name: "form, of an account or of nobody",
      known: (at) => asks(people.knownEmail(at)),
      unknown: (at) => asks(people.unknownEmail(at)),
    },
    {
      name: "form, asked before or not",
      known: (at) => asks(people.unknownEmail(at)),
      unknown: (at) => asks(people.unknownEmail(count + 1 + at)),
    },
    {
      name: "sign-in, wrong password or nobody",
      known: (at) => signIn(people.knownEmail(at)),
      unknown: (at) => signIn(people.unknownEmail(at)),
    },
    {
      name: "sign-in, without a password or nobody",
      known: (at) => signIn(people.metaOnlyEmail(at)),
      unknown: (at) => signIn(people.unknownEmail(count + 1 + at)),
    },
    {
      name: "status, of somebody known or not",
      known: () => ({ path: `/api/data-deletion/${knownCode}`, own: [knownCode] }),
      unknown: () => ({ path: `/api/data-deletion/${unknownCode}`, own: [unknownCode] }),
    },
    {
      name: "status code, nobody's or impossible",
      known: (at) => ({ path: `/api/data-deletion/${String(at).padStart(20, "A")}` }),
      unknown: (at) => ({ path: `/api/data-deletion/${String(at).padStart(19, "A")}-` }),
    },
    {
      name: "link, nobody's or impossible",
      known: (at) => verification(String(at).padStart(43, "A")),
      unknown: (at) => verification(String(at).padStart(42, "A")),
    },
    {
      name: "webhook without a signature, known number or not",
      known: (at) => delivery("not the secret", people.knownPhone(at), `k${at}`),
      unknown: (at) => delivery("not the secret", people.unknownPhone(at), `u${at}`),
    },
    {
      name: "Meta's callback",
      isSigned: true,
      known: (at) => deletion(people.knownMetaId(at)),
      unknown: (at) => deletion(people.unknownMetaId(at)),
    },
    {
      name: "Meta's deauthorization",
      isSigned: true,
      known: (at) => deauthorize(people.knownMetaId(at)),
      unknown: (at) => deauthorize(people.unknownMetaId(at)),
    },
    {
      name: "a message of WhatsApp",
      isSigned: true,
      known: (at) => delivery(whatsappSecret, people.knownPhone(at), `wamid.k${at}`),
      unknown: (at) => delivery(whatsappSecret, people.unknownPhone(at), `wamid.u${at}`),
    },
    {
      name: "a mail that came in",
      isSigned: true,
      known: (at) => mailFrom(people.knownEmail(at), `k${at}`, webhookSecret),
      unknown: (at) => mailFrom(people.unknownEmail(at), `u${at}`, webhookSecret),
    },
  ];
}

function verification(token: string): Ask {
  return {
    path: `/data-deletion/verify?token=${token}`,
    init: { headers: { "accept-language": "en" } },
    own: [token],
  };
}

function mailFrom(from: string, id: string, secret: string): Ask {
  const created_at = new Date().toISOString();
  const data = { email_id: `mail-${id}`, from, to: ["privacy@people.example"], subject: "Please" };
  const { body, headers } = signWebhook(
    { type: "email.received", created_at, data },
    { secret, deliveryId: `msg_${id}` },
  );
  return { path: "/api/webhooks/resend", init: { method: "POST", headers, body } };
}
