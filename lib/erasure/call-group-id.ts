import { createHash } from "node:crypto";
import type { Vault } from "./context";

/**
 * What a run's ledger calls a chain or a group of calls: a keyed digest of whose they are, which leads
 * nobody back who does not hold that name and the key; another in every run.
 */
export function callGroupId(vault: Pick<Vault, "digest">, runId: string, name: string): string {
  const digest = vault.digest("call_group", `${runId} ${name}`);
  const hex = createHash("sha256").update(digest).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
