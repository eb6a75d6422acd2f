import { timingSafeEqual } from "node:crypto";
import type { Vault } from "@/lib/erasure";

type Linked = { slug: string; workspaceId: string; exportId: string; until: Date };

/**
 * The address of an export's file: signed, and good until then. Who follows it has to be signed in and
 * an owner or admin of the workspace all the same; a link that is passed on opens nothing.
 */
export function exportLink(
  vault: Pick<Vault, "digest">,
  { slug, ...linked }: Linked,
): `/${string}` {
  const query = new URLSearchParams({
    until: String(linked.until.getTime()),
    signature: signatureOf(vault, linked),
  });
  return `/${slug}/settings/backups/${linked.exportId}/download?${query}`;
}

/** Whether a link is one of ours, as it was made, and still good. */
export function isGoodLink(
  vault: Pick<Vault, "digest">,
  linked: Omit<Linked, "slug">,
  { signature, now }: { signature: string; now: Date },
): boolean {
  const [given, ours] = [Buffer.from(signature), Buffer.from(signatureOf(vault, linked))];
  return given.length === ours.length && timingSafeEqual(given, ours) && now < linked.until;
}

function signatureOf(
  vault: Pick<Vault, "digest">,
  { workspaceId, exportId, until }: Omit<Linked, "slug">,
): string {
  return vault.digest("export_link", `${workspaceId}/${exportId}/${until.getTime()}`);
}
