import { erasureMap } from "@/db/erasure-map";
import { findContradictions } from "@/lib/policy/find-contradictions";
import { PolicyError } from "@/lib/policy/policy-error";
import { policyProfile } from "@/lib/policy/policy-profile";
import { type Finding, finding } from "./finding";

/** Why the policy profile in force could not be kept, and so why no process would start with it. */
export function checkPolicy(name: string): Finding {
  return finding("The policy profile can be kept", faultsOf(name));
}

function faultsOf(name: string): string[] {
  try {
    return findContradictions(policyProfile(name), erasureMap).map(
      ({ code, sentence }) => `${code} ${name}: ${sentence}`,
    );
  } catch (error) {
    if (error instanceof PolicyError) return [error.message];
    throw error;
  }
}
