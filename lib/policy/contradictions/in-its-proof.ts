import type { PolicyProfile } from "../profile";
import type { Contradiction } from "./contradiction";

/** Proof that proves less, or another thing, than what the promise needs. */
export function contradictionsInProof({ endCustomers, proof }: PolicyProfile): Contradiction[] {
  const found: Contradiction[] = [];

  if (proof.representative !== "authorisation") {
    found.push({
      code: "proof_too_weak",
      sentence:
        "It asks a representative for no authorisation: an e-mail address proves nobody's right to act for another.",
    });
  }
  if (endCustomers === "answered" && proof.end_customer === "address") {
    found.push({
      code: "proof_too_weak",
      sentence:
        "It answers a business's customers itself and asks them for an address alone, which does not say whose records are theirs: people have to look.",
    });
  }
  for (const requester of ["workspace_admin", "end_customer"] as const) {
    if (proof[requester] !== "authorisation") continue;
    found.push({
      code: "proof_of_nobody",
      sentence: `It asks for authorisation from ${requester}, who asks about nobody else.`,
    });
  }
  return found;
}
