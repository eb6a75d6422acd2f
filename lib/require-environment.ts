import { erasureMap } from "@/db/erasure-map";
import { EnvError, env } from "./env";
import { PolicyError } from "./policy/policy-error";
import { requirePolicy } from "./policy/require-policy";

/**
 * Ends the process, with a sentence for each fault, unless its environment is complete and the policy
 * profile it names can be kept.
 */
export function requireEnvironment(): void {
  try {
    requirePolicy(env().POLICY_PROFILE, erasureMap);
  } catch (error) {
    if (!(error instanceof EnvError || error instanceof PolicyError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
