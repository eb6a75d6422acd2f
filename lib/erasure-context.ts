import { now } from "./clock";
import { createVault, digestToken, newConfirmationCode, newToken, parseMasterKey } from "./crypto";
import { database } from "./database";
import { env } from "./env";
import type { Actor, ErasureContext } from "./erasure/context";
import { createJobs, openBoss } from "./jobs";
import { readKeyPart } from "./keys/key-part";
import { objectStore } from "./object-store";
import { erasureRules } from "./policy/erasure-rules";
import { policyProfile } from "./policy/policy-profile";
import { createReceiptSigner } from "./receipts";
import { allRecipients, createRecipients, createSecretReader, settingsOf } from "./recipients";

/** The same for everybody: what is derived from the environment, and what this process has open. */
let shared: Omit<ErasureContext, "actor"> | undefined;
let boss: ReturnType<typeof openBoss> | undefined;

/** What a verb of the erasure domain needs, for this process and this actor. */
export function erasureContext(actor: Actor): ErasureContext {
  shared ??= openContext();
  return { ...shared, actor };
}

function openContext(): Omit<ErasureContext, "actor"> {
  const { APP_URL, MASTER_KEY, POLICY_PROFILE } = env();
  const master = parseMasterKey(MASTER_KEY);
  const vault = createVault(master);
  const jobs = createJobs(sendingBoss);
  return {
    db: database().db,
    now,
    jobs,
    vault,
    receipts: createReceiptSigner({ vault, issuer: APP_URL, now }),
    recipients: createRecipients({
      recipients: allRecipients(settingsOf(env())),
      vault,
      secrets: createSecretReader(master, (key) => readKeyPart(objectStore(), key)),
      jobs,
      now,
    }),
    rules: erasureRules(policyProfile(POLICY_PROFILE)),
    newConfirmationCode,
    newToken,
    digestToken,
    files: objectStore(),
  };
}

/** Opened once; an opening that failed is tried again at the next need. */
async function sendingBoss(): ReturnType<typeof openBoss> {
  boss ??= openBoss(env().DATABASE_URL, "sender");
  try {
    return await boss;
  } catch (error) {
    boss = undefined;
    throw error;
  }
}
