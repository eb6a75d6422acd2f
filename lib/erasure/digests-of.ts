import type { Vault } from "./context";
import { contactDigest, type RunSubject } from "./subjects";

/** The keyed digests by which a run's subjects are known when they are gone. */
export function digestsOf(
  vault: Pick<Vault, "digest">,
  { kind, keys }: Pick<RunSubject, "kind" | "keys">,
): string[] {
  const workspaceIds = [keys.workspaceId ?? []].flat();
  switch (kind) {
    case "workspace":
      return workspaceIds.map((id) => vault.digest("workspace", id));
    case "contact":
      return workspaceIds.flatMap((workspaceId) =>
        [keys.contactId ?? []]
          .flat()
          .map((contactId) => contactDigest(vault, { workspaceId, contactId })),
      );
    default:
      return [keys.userId ?? []].flat().map((id) => vault.digest("account", id));
  }
}
