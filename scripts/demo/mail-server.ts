import { createServer } from "node:http";
import { createEmulator } from "emulate";
import getPort from "get-port";
import { listenNear } from "./listen-near";
import { mailFront } from "./mail-front";

export type MailServer = { url: string; inboxUrl: string; stop(): Promise<void> };

/**
 * Starts a server that speaks Resend's API and keeps the mails in memory, with a page to read them.
 * What the emulator lacks, mail that comes in, is answered in front of it.
 */
export async function startMailServer(): Promise<MailServer> {
  const emulator = await createEmulator({ service: "resend", port: await getPort() });
  const server = createServer(mailFront(emulator.url));
  const port = await listenNear(server, 4008);
  const url = `http://localhost:${port}`;
  return {
    url,
    inboxUrl: new URL("/inbox", url).href,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await emulator.close();
    },
  };
}
