import { database } from "@/db/client";
import { createVault, digestToken, newConfirmationCode, newToken, parseMasterKey } from "./crypto";
import { env } from "./env";
import type { Actor, ErasureContext } from "./erasure/context";
import { jobs } from "./jobs";
import { erasureRules } from "./policy/erasure-rules";
import { policyProfile } from "./policy/policy-profile";

/** What a verb of the erasure domain needs, for this process and this actor. */
export function erasureContext(actor: Actor): ErasureContext {
  const { MASTER_KEY, POLICY_PROFILE } = env();
  return {
    db: database().db,
    actor,
    now: () => new Date(),
    jobs: jobs(),
    vault: createVault(parseMasterKey(MASTER_KEY)),
    rules: erasureRules(policyProfile(POLICY_PROFILE)),
    newConfirmationCode,
    newToken,
    digestToken,
  };
}
