import { createVault, digestToken, newConfirmationCode, newToken, parseMasterKey } from "./crypto";
import { database } from "./database";
import { env } from "./env";
import type { Actor, ErasureContext } from "./erasure/context";
import { createJobs, openBoss } from "./jobs";
import { erasureRules } from "./policy/erasure-rules";
import { policyProfile } from "./policy/policy-profile";

let boss: ReturnType<typeof openBoss> | undefined;

/** What a verb of the erasure domain needs, for this process and this actor. */
export function erasureContext(actor: Actor): ErasureContext {
  const { MASTER_KEY, POLICY_PROFILE } = env();
  return {
    db: database().db,
    actor,
    now: () => new Date(),
    jobs: createJobs(sendingBoss),
    vault: createVault(parseMasterKey(MASTER_KEY)),
    rules: erasureRules(policyProfile(POLICY_PROFILE)),
    newConfirmationCode,
    newToken,
    digestToken,
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
