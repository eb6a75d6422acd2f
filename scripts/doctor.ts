import { erasureRules } from "@/lib/policy/erasure-rules";
import { policyProfile } from "@/lib/policy/policy-profile";
import { createObjectStore } from "@/lib/storage";
import { checkEnvironment } from "./doctor/check-environment";
import { checkPolicy } from "./doctor/check-policy";
import { readDoctorArguments } from "./doctor/doctor-arguments";
import { DoctorError } from "./doctor/doctor-error";
import { examine } from "./doctor/examine";
import { openToLook } from "./doctor/open-to-look";
import { printReport } from "./doctor/print-report";
import { storageVariables } from "./doctor/storage-variables";

/** `npm run doctor`: what has to be mended in a database, and a draft map where it is not ours. */
async function doctor(): Promise<void> {
  const { database, schema, profile } = readDoctorArguments(process.argv.slice(2), process.env);
  const storage = storageVariables(process.env);
  const store = storage && createObjectStore(storage);
  const policy = checkPolicy(profile);
  const rules = policy.state === "fine" ? erasureRules(policyProfile(profile)) : null;
  const examination = await openToLook(database, (tx) => examine(tx, schema, store, rules));
  const isOurs = examination.kind === "report";
  const findings = [
    ...(isOurs ? [checkEnvironment(process.env), policy] : []),
    ...examination.findings,
  ];
  if (!isOurs) console.log(examination.source);
  const say = isOurs ? console.log : console.error;
  say(printReport(findings));
  if (findings.some(({ state }) => state === "mend")) process.exitCode = 1;
}

function explain(error: unknown): void {
  process.exitCode = 1;
  console.error(error instanceof DoctorError ? error.message : error);
}

await doctor().catch(explain);
