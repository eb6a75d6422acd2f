import { createEmulator } from "emulate";
import getPort from "get-port";

export type MailServer = { url: string; inboxUrl: string; stop(): Promise<void> };

/** Starts a server that speaks Resend's API and keeps the mails in memory, with a page to read them. */
export async function startMailServer(): Promise<MailServer> {
  const port = await getPort({ port: 4008, host: "127.0.0.1" });
  const { url, close } = await createEmulator({ service: "resend", port });

  return { url, inboxUrl: new URL("/inbox", url).href, stop: close };
}
