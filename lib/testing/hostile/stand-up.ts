import { randomBytes } from "node:crypto";
import { connect } from "@/db/client";
import { asRole } from "@/db/roles/as-role";
import { grantRoles } from "@/db/roles/grant-roles";
import { deriveSessionSecrets, parseMasterKey } from "@/lib/crypto";
import { database } from "@/lib/database";
import type { Db } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { createFreshDatabase } from "../fresh-database";
import { startS3Server } from "../s3/s3-server";
import { countWrittenRows } from "../written-rows";
import { hostileSettings } from "./hostile-routes";
import { createHostileWorld, type HostileWorld } from "./hostile-world";

const masterKey = Buffer.alloc(32, 7).toString("base64");

/** What this process's session cookies are sealed with. */
export const [sessionSecret] = deriveSessionSecrets(parseMasterKey(masterKey));

export type StoodUp = {
  world: HostileWorld;
  /** As the tables' owner, who sees everything. */
  db: Db;
  /** How many rows were written so far. */
  writtenRows: () => Promise<number>;
  stop(): Promise<void>;
};

/**
 * Gives this process what the app has as it is served: an environment, a database of its own in the app's
 * role, with whatever that may not do failing, and an object store; and people in it.
 */
export async function standUp(variables: Record<string, string>): Promise<StoodUp> {
  const { appUrl, metaSecret, whatsappSecret, verifyToken, webhookSecret } = hostileSettings;
  const fresh = await createFreshDatabase();
  const store = await startS3Server();
  const owner = connect(fresh.url, { max: 1 });
  const suffix = randomBytes(4).toString("hex");
  const app = { name: `app_${suffix}`, password: suffix };
  await grantRoles(owner.sql, { app, worker: { name: `worker_${suffix}`, password: suffix } });
  Object.assign(process.env, {
    DATABASE_URL: asRole(fresh.url, app),
    APP_URL: appUrl,
    MASTER_KEY: masterKey,
    META_APP_SECRETS: metaSecret,
    WHATSAPP_APP_SECRETS: whatsappSecret,
    WHATSAPP_VERIFY_TOKEN: verifyToken,
    RESEND_API_KEY: "re_test",
    RESEND_WEBHOOK_SECRET: webhookSecret,
    MAIL_FROM: "Privacy <privacy@app.example.test>",
    S3_BUCKET: store.bucket,
    S3_ENDPOINT: store.endpoint,
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "secret",
    ...variables,
  });
  const ctx = { ...erasureContext({ type: "requester" }), db: owner.db };
  return {
    world: await createHostileWorld(ctx, { appUrl, secret: sessionSecret }),
    db: owner.db,
    writtenRows: await countWrittenRows(owner.sql),
    async stop() {
      await store.stop();
      await owner.close();
      await database().close();
    },
  };
}
