import { connection } from "next/server";
import { erasureMap, subjectKinds } from "@/db/erasure-map";
import { env } from "@/lib/env";
import { policyProfile } from "@/lib/policy/policy-profile";
import { policyStatement } from "@/lib/policy/policy-statement";

/** The profile in force and what it says of the map. Read per request: a build knows no profile. */
export async function currentPolicy() {
  await connection();
  const profile = policyProfile(env().POLICY_PROFILE);

  return { profile, statement: policyStatement(profile, erasureMap, subjectKinds) };
}
