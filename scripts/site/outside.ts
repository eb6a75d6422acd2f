import { z } from "zod";
import { documentedReply, startRecipientServer } from "@/lib/recipients/testing/recipient-server";

const Mail = z.object({ to: z.union([z.string(), z.array(z.string())]), text: z.string() });

/** A mail as the provider has taken it: once for each key, however often it was asked. */
export type TakenMail = { key: string; to: string; text: string };

/** The systems around ours, at one address: they answer as documented, or are down. */
export type Outside = {
  url: string;
  mails(): TakenMail[];
  /** How often anything was asked. */
  asked(): number;
  goDown(): void;
  comeBack(): void;
  close(): Promise<void>;
};

export async function startOutside(): Promise<Outside> {
  const server = await startRecipientServer();
  const taken = new Map<string, TakenMail>();
  let isDown = false;
  server.answer((call) => {
    if (isDown) return { status: 503, json: { name: "application_error", message: "Down." } };
    if (call.target !== "/emails") return documentedReply(call);
    const key = String(call.headers["idempotency-key"]);
    const { to, text } = Mail.parse(call.body);
    taken.set(key, { key, to: [to].flat().join(), text });
    return { json: { id: key } };
  });
  return {
    url: server.url,
    mails: () => [...taken.values()],
    asked: () => server.received.length,
    goDown: () => {
      isDown = true;
    },
    comeBack: () => {
      isDown = false;
    },
    close: server.close,
  };
}
