import { randomBytes } from "node:crypto";
import { createVault, type MasterKey, parseMasterKey } from "@/lib/crypto";
import type { Actor, ErasureContext } from "@/lib/erasure/context";
import { test as erasureTest } from "@/lib/testing/erasure-test";
import type { CallContext } from "../call-context";
import { createRecipients } from "../create-recipients";
import { httpForEach } from "../http/http-for-each";
import { allRecipients, type RecipientSettings } from "../registry";
import { createSecretReader } from "../secret-reader";
import { type RecipientServer, startRecipientServer } from "./recipient-server";

export { expect } from "vitest";

type RecipientFixtures = {
  server: RecipientServer;
  master: MasterKey;
  settings: RecipientSettings;
  /** A context for an actor whose runs tell the recipients at the server. */
  telling: (actor: Actor) => ErasureContext;
  calling: CallContext;
};

/** A test with every recipient at a server of its own, real keys and the real queue. */
export const test = erasureTest.extend<RecipientFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  server: async ({}, use) => {
    const server = await startRecipientServer();
    await use(server);
    await server.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  master: async ({}, use) => use(parseMasterKey(randomBytes(32).toString("base64"))),

  settings: async ({ server: { url } }, use) =>
    use({
      graphUrl: url,
      telegramUrl: url,
      openaiUrl: url,
      anthropicUrl: url,
      resendUrl: url,
      anthropicKey: "platform-key",
    }),

  telling: async ({ as, master, settings, clock }, use) => {
    await use((actor) => {
      const ctx = as(actor);
      const vault = createVault(master);
      const recipients = createRecipients({
        recipients: allRecipients(settings),
        vault,
        secrets: createSecretReader(master, async () => null),
        jobs: ctx.jobs,
        now: clock.now,
      });
      return { ...ctx, vault, recipients };
    });
  },

  calling: async ({ telling, settings, clock }, use) => {
    const httpOf = httpForEach({
      now: clock.now,
      timeoutMilliseconds: 10_000,
      firstPauseMilliseconds: 1,
      breakAfter: 1_000,
    });
    await use({ ...telling({ type: "system" }), recipients: allRecipients(settings), httpOf });
  },
});
